import Intake
import Kernel
import Localization
import Registry
import Testing
import WorkCalendar

private let line = HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12)

private func judge(
  _ facts: Eligibility.Facts, _ rules: RuleSet = .rs2012, line: HardshipLine? = line
) -> Eligibility.Verdict {
  Eligibility.judge(facts, asOf: rules.from, rules: rules, line: line)
}

@Suite struct EligibilityTests {
  /// AT-1.4: 1,600.00 a month, twelve months, four persons (程序规定 2012, 15).
  @Test(arguments: [(6_000_000, true), (7_680_000, true), (7_680_001, false), (0, true), (-5_000, true)])
  func hardshipAtTheLine(_ incomeFen: Int64, _ passes: Bool) {
    let household = Household(members: 4, netIncomeFen: incomeFen, months: 12)
    let verdict = judge(.init(matter: .maintenance, household: household))
    #expect(verdict[.hardship]?.result == (passes ? .pass : .fail))
    #expect(verdict.outcome == (passes ? .qualifies : .refuse))
  }

  /// One fen is not lost where a quotient would round: 3 persons, 7 months, 100.01 a month are 2,100.21.
  @Test(arguments: [(210_021, true), (210_022, false)])
  func nothingIsRounded(_ incomeFen: Int64, _ passes: Bool) {
    let line = HardshipLine(amountFen: 10_001, unit: .month)
    #expect(line.covers(incomeFen: incomeFen, months: 7, members: 3) == passes)
  }

  @Test(arguments: [(1_000_000, 6, true), (1_000_001, 6, false), (2_000_000, 12, true), (2_000_001, 12, false)])
  func aLineOfTheYear(_ incomeFen: Int64, _ months: Int, _ passes: Bool) {
    let line = HardshipLine(amountFen: 1_000_000, unit: .year)
    #expect(line.covers(incomeFen: incomeFen, months: months, members: 2) == passes)
  }

  @Test func hugeNumbersDoNotTrap() {
    let line = HardshipLine(amountFen: .max, unit: .year)
    let household = Household(members: 1000, netIncomeFen: .max, months: 1200)
    #expect(judge(.init(matter: .maintenance, household: household), line: line).outcome == .qualifies)
  }

  /// 程序规定 2012, 15(2): an opponent of the household is left out, and then the applicant's own income decides.
  @Test(arguments: [
    (Int64?.some(1_920_000), Eligibility.Verdict.Result.pass), (1_920_001, .fail), (nil, .notKnown),
  ])
  func opponentInTheHousehold(_ ownFen: Int64?, _ result: Eligibility.Verdict.Result) {
    let household = Household(
      members: 4, netIncomeFen: 99_000_000, months: 12, opponentInHousehold: true, ownNetIncomeFen: ownFen)
    let test = judge(.init(matter: .maintenance, household: household))[.hardship]
    #expect(test?.result == result)
    #expect(test?.key == "own-income")
    #expect(test?.basis == [.p12("15(2)")])
  }

  @Test(arguments: [(0, 12), (4, 0), (-1, 12), (1001, 12)])
  func aHouseholdThatCannotBeIsNotKnown(_ members: Int, _ months: Int) {
    let household = Household(members: members, netIncomeFen: 1, months: months)
    #expect(judge(.init(matter: .maintenance, household: household))[.hardship]?.result == .notKnown)
  }

  @Test func withoutALineNobodyPasses() {
    let facts = Eligibility.Facts(
      matter: .maintenance, household: Household(members: 1, netIncomeFen: 0, months: 12))
    let verdict = judge(facts, line: nil)
    #expect(verdict.outcome == .notKnown)
    #expect(verdict[.hardship]?.key == "no-line")
    let later = HardshipLine(amountFen: 160_000, unit: .month, from: RuleSet.rs2012.from.adding(days: 1))
    #expect(judge(facts, line: later).outcome == .notKnown)
    let past = HardshipLine(amountFen: 160_000, unit: .month, to: RuleSet.rs2012.from.adding(days: -1))
    #expect(judge(facts, line: past).outcome == .notKnown)
    let today = HardshipLine(amountFen: 160_000, unit: .month, from: RuleSet.rs2012.from, to: RuleSet.rs2012.from)
    #expect(judge(facts, line: today).outcome == .qualifies)
  }

  @Test func withoutAHouseholdNotKnown() {
    #expect(judge(.init(matter: .maintenance)).outcome == .notKnown)
  }

  /// 法律援助法 32(2): from 2022 good-Samaritan claims need no hardship test.
  @Test(arguments: [(RuleSet.rs2012, Eligibility.Verdict.Result.fail), (.rs2022, .exempt), (.rs2023, .exempt)])
  func goodSamaritans(_ rules: RuleSet, _ result: Eligibility.Verdict.Result) {
    let rich = Household(members: 1, netIncomeFen: 100_000_000, months: 12)
    #expect(judge(.init(matter: .goodSamaritan, household: rich), rules)[.hardship]?.result == result)
  }

  /// An unlisted matter: refused under the regulations' closed list, left to people under the law's longer one.
  @Test(arguments: [
    (RuleSet.rs2012, Eligibility.Verdict.Outcome.refuse), (.rs2022, .notKnown), (.rs2023, .notKnown),
  ])
  func unlistedMatters(_ rules: RuleSet, _ outcome: Eligibility.Verdict.Outcome) {
    let poor = Household(members: 1, netIncomeFen: 0, months: 12)
    let verdict = judge(.init(matter: nil, household: poor), rules)
    #expect(verdict.outcome == outcome)
    #expect(verdict[.hardship]?.result == .pass)
  }

  /// A refusal for hardship is for hardship, not for the matter (AT-1.2).
  @Test func failuresNameTheirTest() {
    let rich = Household(members: 1, netIncomeFen: 100_000_000, months: 12)
    #expect(judge(.init(matter: .labourPay, household: rich)).failures.map(\.aspect) == [.hardship])
  }

  @Test(arguments: [(Bool?.none, Eligibility.Verdict.Result.notKnown), (true, .pass), (false, .fail)])
  func foreigners(_ entitled: Bool?, _ result: Eligibility.Verdict.Result) {
    let facts = Eligibility.Facts(matter: .labourPay, groups: [.foreigner], foreignerIsEntitled: entitled)
    let test = judge(facts, .rs2022)[.person]
    #expect(test?.result == result)
    #expect(test?.basis == [.lal("69")])
  }

  @Test func testsComeInOrderAndSpeakBothLanguages() {
    for rules in RuleSet.allCases {
      let tests = judge(.init(matter: nil, groups: [.foreigner], claims: ExemptionCode.allCases), rules).tests
      #expect(tests.map(\.aspect) == [.person, .matter, .hardship])
      #expect(tests.allSatisfy { !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty && !$0.basis.isEmpty })
    }
  }
}
