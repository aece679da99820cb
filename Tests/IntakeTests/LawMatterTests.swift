import Intake
import Kernel
import Registry
import Testing
import WorkCalendar

private let rich = Household(members: 1, netIncomeFen: 100_000_000, months: 12)
private let line = HardshipLine(amountFen: 160_000, unit: .month)

private func judge(_ facts: Eligibility.Facts, _ rules: RuleSet, asOf day: Day? = nil) -> Eligibility.Verdict {
  Eligibility.judge(facts, asOf: day ?? rules.from, rules: rules, line: line)
}

/// 条例 10 to 12; 法律援助法 22 to 33: what each rule set knows, by which article, and what needs no hardship test.
@Suite struct MatterTests {
  @Test(arguments: [
    ("M01", String?.some("10(1)"), String?.some("31(1)")), ("M02", "10(2)", "31(2)"), ("M03", "10(3)", "31(3)"),
    ("M04", "10(4)", "31(4)"), ("M05", "10(5)", "31(5)"), ("M06", "10(6)", "32(2)"), ("M07", nil, "31(6)"),
    ("M08", nil, "31(7)"), ("M09", nil, "31(8)"), ("M11", nil, "32(4)"), ("M12", nil, "32(1)"),
    ("M13", nil, "32(3)"), ("M14", nil, "33"), ("M15", "11(1)", "24"), ("M16", "11(2)", "29"),
    ("M17", "11", "28"), ("M20", "10", "23"),
  ])
  func inScopeByAnArticle(_ code: String, _ rs2012: String?, _ later: String?) throws {
    let matter = try #require(MatterCode(rawValue: code))
    for (rules, article) in [(RuleSet.rs2012, rs2012), (.rs2022, later), (.rs2023, later)] {
      let test = judge(.init(matter: matter), rules)[.matter]
      #expect(test?.result == (article == nil ? .fail : .pass), "\(code) \(rules)")
      #expect(test?.key == (article == nil ? "out-of-scope" : code))
      if let article { #expect(test?.basis.first?.article == article) }
    }
  }

  /// 法律援助法 33: a retrial must have been ordered, from the first day of the law on; before it none was in scope.
  @Test(arguments: [
    (RuleSet.rs2012, Bool?.some(false), "out-of-scope", "10"), (.rs2022, false, "M14", "33"),
    (.rs2023, false, "M14", "33"),
    (.rs2022, true, "M14", "33"),
  ])
  func aRetrialThatWasNotOrdered(_ rules: RuleSet, _ isOrdered: Bool?, _ key: String, _ article: String) {
    let test = judge(.init(matter: .retrial, retrialOrdered: isOrdered), rules)[.matter]
    #expect(test?.result == (isOrdered == true ? .pass : .fail))
    #expect(test?.key == key && test?.basis.first?.article == article)
  }

  /// What nothing lists: outside under the regulations, to be judged by people since the law.
  @Test(arguments: [
    (RuleSet.rs2012, "out-of-scope", ["10"]), (.rs2022, "unlisted-matter", ["31", "32", "33"]),
    (.rs2023, "unlisted-matter", ["31", "32", "33"]),
  ])
  func whatIsNotListed(_ rules: RuleSet, _ key: String, _ articles: [String]) {
    let test = judge(.init(matter: nil), rules)[.matter]
    #expect(test?.key == key && test?.basis.map(\.article) == articles)
  }

  /// 军人军属援助实施办法 5 (2016): for them alone.
  @Test(arguments: [
    ([GroupCode.servicePerson], Eligibility.Verdict.Result.pass), ([.militaryFamily], .pass),
    ([.militarySurvivor], .pass), ([], .fail), ([.veteran], .fail),
  ])
  func militaryMatters(_ groups: [GroupCode], _ result: Eligibility.Verdict.Result) {
    for rules in RuleSet.allCases {
      #expect(judge(.init(matter: .military, groups: groups), rules)[.matter]?.result == result)
    }
  }

  /// Each matter that begins at the counter comes in some track, and in no notified one.
  @Test(arguments: MatterCode.allCases)
  func tracks(_ matter: MatterCode) {
    let fitting = CaseTrack.allCases.filter(matter.fits)
    #expect(!fitting.isEmpty && !fitting.contains { $0.isNotified })
    if let isOf = matter.isOf { #expect(fitting == [isOf.track]) }
    #expect(MatterCode.labourPay.fits(.labourArbitration) && !MatterCode.maintenance.fits(.labourArbitration))
  }

  /// 行政复议法 18 came into force on 1 January 2024, within the rules of 2023.
  @Test(arguments: [
    (RuleSet.rs2012, Day.literal(2016, 5, 1), false), (.rs2022, .literal(2022, 5, 1), false),
    (.rs2023, .literal(2023, 12, 31), false), (.rs2023, .literal(2024, 1, 1), true),
  ])
  func reconsideration(_ rules: RuleSet, _ day: Day, _ isInScope: Bool) {
    #expect(
      judge(.init(matter: .reconsideration), rules, asOf: day)[.matter]?.result == (isInScope ? .pass : .fail))
    #expect(MatterCode.offered(rules, on: day).contains(.reconsideration) == isInScope)
  }

  /// 法律援助法 31(9): which other text names the matter is for people to look up.
  @Test(arguments: [(RuleSet.rs2012, Eligibility.Verdict.Result.fail), (.rs2022, .notKnown), (.rs2023, .notKnown)])
  func otherByLaw(_ rules: RuleSet, _ result: Eligibility.Verdict.Result) {
    #expect(judge(.init(matter: .otherByLaw), rules)[.matter]?.result == result)
  }

  /// 法律援助法 32 lifts the hardship test from four matters; a notice or a consultation never has one.
  @Test(arguments: MatterCode.allCases, RuleSet.allCases)
  func withoutHardshipTest(_ matter: MatterCode, _ rules: RuleSet) {
    let always: Set<MatterCode> = [.compulsoryTreatment, .consultation]
    let byTheLaw: Set<MatterCode> = [.goodSamaritan, .domesticViolence, .heroes, .acquittal]
    let isExempt = always.contains(matter) || (rules >= .rs2022 && byTheLaw.contains(matter))
    #expect(judge(.init(matter: matter, household: rich), rules)[.hardship]?.result == (isExempt ? .exempt : .fail))
  }

  /// 条例 12; 法律援助法 25, 28: an organ's notice stands in place of the tests.
  @Test(arguments: CaseTrack.allCases, RuleSet.allCases)
  func notifiedTracksAreNotTested(_ track: CaseTrack, _ rules: RuleSet) {
    let verdict = judge(.init(matter: nil, household: rich, track: track), rules)
    #expect(verdict.tests.allSatisfy { $0.key == "X17" && $0.result == .exempt } == track.isNotified)
    #expect((verdict.outcome == .qualifies) == track.isNotified)
  }

  /// The counter offers what the rule set knows; a notified matter and a consultation do not begin there.
  @Test func offeredAtTheCounter() {
    let codes = { (rules: RuleSet) in MatterCode.offered(rules, on: rules.from).map(\.rawValue) }
    #expect(codes(.rs2012) == ["M01", "M02", "M03", "M04", "M05", "M06", "M15", "M16", "M19"])
    #expect(
      codes(.rs2022) == [
        "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M11", "M12", "M13", "M14", "M15", "M16",
        "M19",
      ])
  }
}
