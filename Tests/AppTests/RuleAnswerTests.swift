import App
import Cases
import Foundation
import Intake
import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 规则的回答 · What `qualifies`, `may-assign` and `due` answer for every key under each of the five rule sets, on a day of each;
/// the answers are copied from the texts, one row a key, and a key without a row fails.
@Suite struct RuleAnswerTests {
  /// A day in each rule set, on which all that came into force within it holds.
  static let days: [(rules: RuleSet, day: Day)] = [
    (.rs2012, .literal(2016, 5, 20)), (.rs2018, .literal(2021, 5, 20)), (.rs2022, .literal(2022, 5, 20)),
    (.rs2023, .literal(2024, 5, 20)), (.rs2025, .literal(2025, 10, 20)),
  ]

  static func day(_ rules: RuleSet) throws -> Day { try #require(days.first { $0.rules == rules }).day }

  // Matters and exemptions

  /// `first`, `later`: the article until 2021 and since 2022; nil: not in scope. 条例 10 to 12; 法律援助法 22 to 33.
  struct Answer: Sendable, CustomTestStringConvertible {
    let key: String
    let (first, later): (String?, String?)
    var facts = ""
    /// Since 2022 without effect from the rules of 2023 on.
    var until2023 = false
    var testDescription: String { key }

    init(_ key: String, _ first: String?, _ later: String?, _ facts: String = "", until2023: Bool = false) {
      (self.key, self.first, self.later, self.facts, self.until2023) = (key, first, later, facts, until2023)
    }

    func article(_ rules: RuleSet) -> String? {
      if rules < .rs2022 { return first }
      return until2023 && rules >= .rs2023 ? nil : later
    }
  }

  static let matters = [
    Answer("M01", "10(1)", "31(1)"), Answer("M02", "10(2)", "31(2)"), Answer("M03", "10(3)", "31(3)"),
    Answer("M04", "10(4)", "31(4)"), Answer("M05", "10(5)", "31(5)"), Answer("M06", "10(6)", "32(2)"),
    Answer("M07", nil, "31(6)"), Answer("M08", nil, "31(7)"), Answer("M09", nil, "31(8)"),
    Answer("M11", nil, "32(4)"), Answer("M12", nil, "32(1)"), Answer("M13", nil, "32(3)"),
    Answer("M14", nil, "33", "retrialOrdered: true"), Answer("M15", "11(1)", "24"), Answer("M16", "11(2)", "29"),
    Answer("M17", "11", "28"), Answer("M20", "10", "23"),
  ]

  @Test(arguments: matters, RuleSet.allCases)
  func inScope(_ row: Answer, _ rules: RuleSet) throws {
    let test = try #require(qualifies("matter: \(row.key)\n\(row.facts)", rules)[.matter])
    #expect(test.result == (row.article(rules) == nil ? .fail : .pass))
    #expect(test.basis.first?.article == row.article(rules) || row.article(rules) == nil)
  }

  /// What other texts name is for people to look up (法律援助法 31(9)); reconsideration since the law of 2023; military matters
  /// for them alone.
  @Test(arguments: [
    ("M10", "", ["fail", "fail", "notKnown", "notKnown", "notKnown"]),
    ("M18", "", ["fail", "fail", "fail", "pass", "pass"]),
    ("M19", "groups: [militaryFamily]", ["pass", "pass", "pass", "pass", "pass"]),
    ("M19", "", ["fail", "fail", "fail", "fail", "fail"]),
    ("M14", "retrialOrdered: false", ["fail", "fail", "fail", "fail", "fail"]),
  ])
  func inScopeOfOthers(_ key: String, _ facts: String, _ results: [String]) throws {
    let found = try RuleSet.allCases.map { try qualifies("matter: \(key)\n\(facts)", $0)[.matter]?.result.rawValue }
    #expect(found == results)
  }

  /// 程序规定 2012, 10; 法律援助法 32, 42: exempt by which article, for somebody far over the line.
  static let exemptions = [
    Answer("X01", "10(1)", "42(2)"), Answer("X02", "10(2)", "42(2)"), Answer("X03", "10(3)", "42(2)"),
    Answer("X04", "10(4)", "42(2)"), Answer("X05", "10(5)", "10(5)", until2023: true),
    Answer("X06", "10(6)", "42(1)"), Answer("X07", "10(7)", "42(2)"),
    Answer("X08", "10(8)", "10(8)", until2023: true), Answer("X09", nil, "42(1)"),
    Answer("X10", nil, "42(3)", "M05"), Answer("X11", nil, "32(1)", "M12"), Answer("X12", nil, "32(2)", "M06"),
    Answer("X13", nil, "32(3)", "M13"), Answer("X14", nil, "32(4)", "M11"), Answer("X17", "12", "25"),
    Answer("X22", nil, "42(2)"), Answer("X23", "10(9)", "42(4)"),
  ]

  @Test(arguments: exemptions, RuleSet.allCases)
  func exempt(_ row: Answer, _ rules: RuleSet) throws {
    let matter = row.facts.isEmpty ? "M04" : row.facts
    let test = try #require(qualifies("matter: \(matter)\nclaims: [\(row.key)]\n\(Self.rich)", rules)[.hardship])
    #expect(test.result == (row.article(rules) == nil ? .fail : .exempt))
    if let article = row.article(rules) { #expect(test.basis.first?.article == article) }
  }

  /// What no national law gives: a local pack's, under whatever rules; the petitioner's is no exemption even then.
  @Test(arguments: ["X15", "X16", "X18", "X19", "X20", "X21"], RuleSet.allCases)
  func exemptByAPack(_ key: String, _ rules: RuleSet) throws {
    let facts = "matter: M14\nretrialOrdered: true\nclaims: [\(key)]\n\(Self.rich)"
    #expect(try qualifies(facts, rules)[.hardship]?.result == .fail)
    let pack = """
      pack: {name: 试点, document: 县政府文件, from: 2012-07-01}
      exemptions: [{key: \(key), matters: [M14], proof: 证明}]
      """
    let test = try #require(qualifies(facts + "\npack: 试点.yml", rules, pack: pack)[.hardship])
    #expect(test.result == (key == "X21" ? .fail : .exempt))
  }

  /// AT-X.10: the same facts, the rules of 2012 (and the pack of 2016) and those of 2023.
  @Test(arguments: [
    ("matter: M14\nretrialOrdered: false\npack: JS-2016", Eligibility.Verdict.Aspect.matter, "pass", "fail"),
    ("matter: M05\ngroups: [migrantWorker]\nclaims: [X10]\n\(rich)", .hardship, "fail", "exempt"),
  ])
  func theSameFacts(_ facts: String, _ aspect: Eligibility.Verdict.Aspect, _ old: String, _ new: String) throws {
    #expect(try qualifies(facts, .rs2012)[aspect]?.result.rawValue == old)
    #expect(try qualifies(facts, .rs2023)[aspect]?.result.rawValue == new)
  }

  /// AT-X.10: the time to decide, seven working days and then seven days.
  @Test(arguments: [("2016-04-29", "2016-05-11", "2016-05-06"), ("2024-09-26", "2024-10-11", "2024-10-08")])
  func theSameDay(_ from: String, _ old: String, _ new: String) throws {
    let (limit, trigger) = (try TestOffice.limit("TL04"), try #require(Trigger(from)))
    for (rules, due) in [(RuleSet.rs2012, old), (.rs2023, new)] {
      let found = limit.due(from: trigger, rules: rules, calendar: .official)
      #expect(found?.value?.day.description == due, "\(rules)")
    }
  }

  @Test func everyMatterAndExemptionIsAsked() {
    let asked = Set(
      Self.matters.map(\.key) + ["M10", "M18", "M19"] + Self.exemptions.map(\.key)
        + ["X15", "X16", "X18", "X19", "X20", "X21"])
    #expect(asked == Set(MatterCode.allCases.map(\.rawValue) + ExemptionCode.allCases.map(\.rawValue)))
  }

  private static let rich =
    "household: {members: 1, netIncome: 1000000.00, months: 12}\nline: {amount: 1600.00, unit: month}"

  private func qualifies(_ facts: String, _ rules: RuleSet, pack: String? = nil) throws -> Eligibility.Verdict {
    let folder = try Scratch()
    if let pack { try folder.write(Array(pack.utf8), "试点.yml") }
    let file = try folder.write(Array(facts.utf8), "facts.yml")
    return try EligibilityFile(URL(filePath: file)).judge(asOf: Self.day(rules), rules: rules)
  }

  // Assignment

  /// `since`: the first rule set that blocks; nil: none. 刑事规定 2013, 13; 法律援助法 26; 程序规定 2023, 26; 刑事诉讼法 33 to 35;
  /// 律师法 39, 41.
  @Test(arguments: [
    (
      "Q1", "situations: [lifeOrDeath]", "firstLicensedOn: 2010-01-01, criminalDefenceYears: 2",
      RuleSet?.some(.rs2022)
    ),
    ("Q1", "situations: [lifeOrDeath]", "firstLicensedOn: 2010-01-01, criminalDefenceYears: 3", nil),
    ("Q1", "situations: [lifeOrDeath]", "criminalDefenceYears: 9", .rs2012),
    ("Q2", "stage: deathReview", "criminalDefenceYears: 9", .rs2022),
    ("Q3", "situations: [minor]", "juvenileCompetent: false", .rs2012),
    ("Q3", "form: civilLitigationAgency, situations: [minor]", "juvenileCompetent: false", .rs2022),
    ("Q3", "situations: [minor]", "juvenileCompetent: true", nil),
    ("Q4", "stage: investigation", "kind: grassrootsWorker", .rs2012),
    ("Q4", "form: civilLitigationAgency", "kind: grassrootsWorker", nil),
    ("Q5", "coDefendants: [{name: 王五, undertaker: 甲}]", "name: 甲", .rs2012),
    ("Q6", "opposing: [{name: 赵六, undertaker: 甲}]", "name: 甲", .rs2012),
    ("Q6", "opposing: [{name: 赵六}]", "name: 甲, relatives: [赵六]", .rs2012),
    ("Q7", "opposing: [{name: 赵六, undertaker: 乙, unit: 某所}]", "name: 甲, unit: 某所", .rs2012),
    ("Q8", "stage: firstInstance", "formerJudgeLeftOn: LAST_YEAR", .rs2012),
    ("Q9", "stage: firstInstance", "excludedBecause: 正在缓刑考验期", .rs2012),
    ("Q10", "stage: firstInstance", "licenceValid: false", .rs2012),
    ("Q10", "stage: firstInstance", "unitActive: false", .rs2012),
    ("Q11", "defenders: 2", "name: 甲", .rs2012), ("Q11", "defenders: 1", "name: 甲", nil),
    ("Q11", "form: civilLitigationAgency, defenders: 2", "name: 甲", nil),
  ])
  func blocks(_ key: String, _ aidCase: String, _ person: String, _ since: RuleSet?) throws {
    for rules in RuleSet.allCases {
      let day = try Self.day(rules)
      let form = aidCase.contains("form:") ? "" : "form: criminalDefence, "
      let facts = """
        case: {\(form)\(aidCase)}
        person: {\(person.replacing("LAST_YEAR", with: day.adding(months: -12).description))}
        """
      let found = AssignmentRules.blocks(try assignment(facts), on: day, rules: rules).map(\.key)
      #expect(found == (since.map { rules >= $0 } == true ? [key] : []), "\(rules)")
    }
  }

  /// 2019年值班律师等意见: a public lawyer may, and is told what it costs; so under every set.
  @Test func aPublicLawyerIsToldOnly() throws {
    let facts = try assignment("case: {form: criminalDefence}\nperson: {kind: publicLawyer, name: 甲}")
    for rules in RuleSet.allCases {
      let day = try Self.day(rules)
      #expect(AssignmentRules.blocks(facts, on: day, rules: rules).isEmpty)
      #expect(AssignmentRules.warnings(facts, on: day, rules: rules).map(\.key) == ["Q12"])
    }
  }

  private func assignment(_ facts: String) throws -> AssignmentFacts {
    let folder = try Scratch()
    return try AssignmentFile.read(URL(filePath: folder.write(Array(facts.utf8), "facts.yml")))
  }

  // Time limits

  /// The table of time limits, one row a key, one column a rule set; `-`: the set knows none. 24h hours, 7d days, 7w working
  /// days, 15b days before, 1m15 months and days.
  private static let limits = """
    TL01  24h  24h  24h  24h  24h
    TL02  -    -    24h  24h  24h
    TL03  3d   3d   3d   3d   3d
    TL04  7w   7w   7d   7d   7d
    TL04c 7d   7d   7d   7d   7d
    TL05  7w   7w   3d   3d   3d
    TL06  3d   3d   3d   3d   3d
    TL07  3d   3d   3d   3d   3d
    TL08  3d   3d   3d   3d   3d
    TL09  15b  15b  15b  15b  15b
    TL10  3b   3b   -    -    -
    TL11  5w   5w   5d   5d   5d
    TL12  3d   3d   3d   3d   3d
    TL13  5w   5w   5d   5d   5d
    TL14  5w   5w   5d   5d   5d
    TL15  10d  10d  10d  10d  10d
    TL16  3b   3b   3b   3b   3b
    TL17  5d   5d   5d   5d   5d
    TL18  30d  30d  30d  30d  30d
    TL19  30d  30d  30d  30d  30d
    TL21  48h  48h  48h  48h  48h
    TL22  -    24h  24h  24h  24h
    TL23  3d   3d   3d   3d   3d
    TL24  -    3d   3d   3d   3d
    TL25  3d   3d   3d   3d   3d
    TL26  3d   3d   3d   3d   3d
    TL27  -    1m15 1m15 1m15 1m15
    TL28  15d  15d  15d  15d  15d
    TL29  7w   7w   7w   7w   7w
    TL30  24h  24h  24h  24h  24h
    TL31  5w   5w   5w   5w   -
    TL32  45d  45d  45d  45d  -
    TL33  5w   5w   5w   5w   -
    TL35  -    -    15w  15w  15w
    TL38  0d   0d   0d   0d   0d
    """

  /// Those that end on no day: a time that only local rules set, one within which aid may be given at once, reports of a
  /// period, a further remedy.
  private static let only = ["TL13a", "TL20", "TL34", "TL36", "TL37"]

  @Test func everyLimitUnderEachRuleSet() throws {
    var asked = Set(Self.only)
    for line in Self.limits.split(separator: "\n") {
      let row = line.split(separator: " ").map(String.init)
      asked.insert(row[0])
      let rule = try #require(Capabilities.limits.first { $0.key == row[0] }, "\(row[0])")
      for (column, rules) in RuleSet.allCases.enumerated() {
        let found = rule.variant(rules, on: try Self.day(rules)).map { Self.short($0.limit) } ?? "-"
        #expect(found == row[column + 1], "\(row[0]) \(rules)")
      }
    }
    let known = Catalogue.rules.map(\.key).filter { $0.hasPrefix("TL") && !["TL30-live", "TL-PI"].contains($0) }
    #expect(Set(known) == asked)
  }

  private static func short(_ limit: TimeLimit) -> String {
    switch limit {
    case .hours(let number): "\(number)h"
    case .calendarDays(let number): "\(number)d"
    case .workingDays(let number): "\(number)w"
    case .months(let months, let days): "\(months)m\(days)"
    case .beforeEvent(let days): "\(days)b"
    }
  }
}
