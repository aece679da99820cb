import Foundation
import Intake
import Kernel
import Localization
import Registry
import Testing
import WorkCalendar

private func judge(
  _ household: Household, _ line: HardshipLine?, packs: [LocalRulePack] = [], division: String? = nil
) throws -> Eligibility.Verdict.Test {
  let verdict = Eligibility.judge(
    .init(matter: .maintenance, household: household), asOf: .literal(2016, 4, 29), rules: .rs2012, line: line,
    packs: packs, division: division)
  return try #require(verdict[.hardship])
}

/// 家庭和标准 · The household and the line: whose income, of how many months, and what may be owned besides.
@Suite struct LawHouseholdTests {
  /// One fen over is over, whatever the line, the months and the people (程序规定 2012, 15).
  @Test(arguments: HardshipLine.Unit.allCases)
  func oneFenOverIsOver(_ unit: HardshipLine.Unit) throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let amount = Int64.random(in: 1...10_000_000_000, using: &random)
      let (months, members) = (Int.random(in: 1...36, using: &random), Int.random(in: 1...50, using: &random))
      let line = HardshipLine(amountFen: amount, unit: unit)
      let most = Int128(amount) * Int128(months) * Int128(members)
      let last = Int64(unit == .month ? most : most / 12)
      let told = "\(amount) \(unit) \(months) \(members)"
      for (income, result) in [(last, Eligibility.Verdict.Result.pass), (last + 1, .fail)] {
        let test = try judge(Household(members: members, netIncomeFen: income, months: months), line)
        #expect(test.result == result, "\(told)")
      }
    }
  }

  /// However the income is spread over the members and their kinds of income, the sums are the totals.
  @Test func theTotalsAreTheSums() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let people = (0...Int.random(in: 0...8, using: &random)).map { row in
        HouseholdMember(
          row == 0 ? .applicant : .child, name: row == 0 ? nil : "甲\(row)",
          wageFen: .random(in: 0...9_999_999_999_999, using: &random),
          businessFen: .random(in: 0...9_999_999_999_999, using: &random),
          otherFen: .random(in: 0...9_999_999_999_999, using: &random))
      }
      let household = Household(people: people, months: 12)
      #expect(household.members == people.count)
      #expect(household.netIncomeFen == people.reduce(0) { $0 + $1.wageFen + $1.businessFen + $1.otherFen })
      #expect(household.ownNetIncomeFen == people[0].incomeFen)
    }
  }

  /// 程序规定 2012, 15(2): the opposing party is left out, and the applicant alone counts.
  @Test(arguments: [(Int64(1_920_000), Eligibility.Verdict.Result.pass), (1_920_001, .fail)])
  func theOpponentIsLeftOut(_ own: Int64, _ result: Eligibility.Verdict.Result) throws {
    let household = Household(
      people: [
        HouseholdMember(.applicant, wageFen: own),
        HouseholdMember(.child, name: "赵强", businessFen: 90_000_000, isOpponent: true),
        HouseholdMember(.grandchild, name: "赵小"),
      ], months: 12)
    let test = try judge(household, HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12))
    #expect(household.opponentInHousehold)
    #expect(test.result == result)
    #expect(test.key == "own-income")
    #expect(test.reason.zh.contains("12个月、1人的净收入"))
  }

  /// 只看申请人本人 · What the household has is his own where he lives alone; else nobody knows it.
  @Test(arguments: [(1, Eligibility.Verdict.Result.pass), (2, .notKnown)])
  func theApplicantAloneFromATotal(_ members: Int, _ result: Eligibility.Verdict.Result) throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, household: .applicantAlone)
    #expect(try judge(Household(members: members, netIncomeFen: 0, months: 12), line).result == result)
  }

  /// It is divided by nobody else.
  @Test(arguments: [(Int64(1_920_000), Eligibility.Verdict.Result.pass), (1_920_001, .fail)])
  func theApplicantAloneIsOne(_ income: Int64, _ result: Eligibility.Verdict.Result) throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, household: .applicantAlone)
    #expect(try judge(Household(members: 1, netIncomeFen: income, months: 12), line).result == result)
  }

  @Test(arguments: [(6, "lookback"), (12, "household-income"), (13, "lookback")])
  func theMonthsOfTheLine(_ months: Int, _ key: String) throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12)
    let test = try judge(Household(members: 1, netIncomeFen: 0, months: months), line)
    #expect(test.key == key)
    #expect(test.result == (key == "lookback" ? .notKnown : .pass))
    let open = HardshipLine(amountFen: 160_000, unit: .month)
    #expect(try judge(Household(members: 1, netIncomeFen: 0, months: months), open).result == .pass)
  }

  @Test(arguments: [
    (Bool?.none, Int64(0), Eligibility.Verdict.Result.notKnown, "assets"), (false, 0, .pass, "household-income"),
    (true, 0, .fail, "assets"), (true, 1_920_001, .fail, "household-income"),
  ])
  func whatALineForbidsToOwn(
    _ areValuable: Bool?, _ income: Int64, _ result: Eligibility.Verdict.Result, _ key: String
  ) throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12, assets: .noValuables)
    let assets = HouseholdAssets(houses: 1, areValuable: areValuable)
    let test = try judge(Household(members: 1, netIncomeFen: income, months: 12, assets: assets), line)
    #expect(test.result == result)
    #expect(test.key == key)
  }

  /// One fen too much for two; one fen was spent on illness; the applicant alone has just enough.
  @Test(arguments: [
    (HouseholdRule?.none, Eligibility.Verdict.Result.fail), (.coResident, .fail), (.lessExpenses, .pass),
    (.applicantAlone, .pass),
  ])
  func whoseIncomeCounts(_ rule: HouseholdRule?, _ result: Eligibility.Verdict.Result) throws {
    let household = Household(
      members: 2, netIncomeFen: 3_840_001, months: 12, ownNetIncomeFen: 1_920_000, expensesFen: 1)
    let line = HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12, household: rule)
    #expect(try judge(household, line).result == result)
  }

  /// Nothing spent is nothing taken off.
  @Test(arguments: [(Int64(1_920_000), Eligibility.Verdict.Result.pass), (1_920_001, .fail)])
  func lessExpensesWithoutAny(_ income: Int64, _ result: Eligibility.Verdict.Result) throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, household: .lessExpenses)
    #expect(try judge(Household(members: 1, netIncomeFen: income, months: 12), line).result == result)
  }

  /// Of whom nothing is told he earns nothing and is nobody's opponent; a line that names no place is everybody's.
  @Test func whatIsNotTold() {
    let household = Household(people: [HouseholdMember(.applicant)], months: 12)
    #expect(household.netIncomeFen == 0 && !household.opponentInHousehold)
    for division in ["320999", nil] { #expect(HardshipLine(amountFen: 1, unit: .month).isLine(of: division)) }
  }

  @Test(arguments: [
    (HardshipLine.Unit.month, "每月¥1,600.00", "¥1,600.00 a month"), (.year, "每年¥1,600.00", "¥1,600.00 a year"),
  ])
  func theLineInWords(_ unit: HardshipLine.Unit, _ zh: String, _ en: String) {
    let words = HardshipLine(amountFen: 160_000, unit: unit).words
    #expect(words.zh == zh && words.en == en)
  }

  /// A pack of a province names a line for each place: the county's own, else its city's, else the province's.
  @Test(arguments: [
    ("320999", Int64(3)), ("320901", 2), ("320100", 1), ("330100", nil), (nil, nil),
  ])
  func theLineOfThePlace(_ division: String?, _ yuan: Int64?) throws {
    var pack = LocalRulePack(name: "省", document: "省政府文件", from: .literal(2016, 1, 1))
    pack.hardshipLines = [("320000", 1), ("320900", 2), ("320999", 3)].map {
      HardshipLine(amountFen: $0.1 * 100, unit: .month, regionCode: $0.0)
    }
    let test = try judge(
      Household(members: 1, netIncomeFen: 0, months: 12), nil, packs: [pack], division: division)
    #expect(test.key == (yuan == nil ? "no-line" : "household-income"))
    if let yuan { #expect(test.reason.zh.contains("每月¥\(yuan).00")) }
  }

  /// What was sealed before members were told opens as it was.
  @Test func whatWasSealedBeforeOpens() throws {
    let old = #"{"members":3,"months":12,"netIncomeFen":3000000,"opponentInHousehold":false}"#
    let household = try JSONDecoder().decode(Household.self, from: Data(old.utf8))
    #expect(household == Household(members: 3, netIncomeFen: 3_000_000, months: 12))
  }

  @Test func theWorkingIsPrinted() throws {
    let month = HardshipLine(amountFen: 160_000, unit: .month)
    let year = HardshipLine(amountFen: 1_920_000, unit: .year)
    let household = Household(members: 3, netIncomeFen: 3_000_000, months: 12)
    #expect(
      try judge(household, month).reason.zh.hasSuffix("计算：¥30,000.00 ≤ ¥1,600.00 × 12 × 3 = ¥57,600.00。"))
    #expect(
      try judge(household, year).reason.en.hasSuffix(
        "Reckoned: ¥30,000.00 × 12 = ¥360,000.00 ≤ ¥19,200.00 × 12 × 3 = ¥691,200.00."))
  }
}
