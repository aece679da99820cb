import App
import Cases
import Foundation
import Intake
import Kernel
import Localization
import Registry
import Testing
import WorkCalendar

private let rich = Household(members: 1, netIncomeFen: 100_000_000, months: 12)
private let line = HardshipLine(amountFen: 160_000, unit: .month)
private let in2016 = Day.literal(2016, 5, 20)

/// 地方规则包 · Local rule packs as they are read and applied.
@Suite struct RulePackTests {
  private func judge(
    _ facts: Eligibility.Facts, on day: Day, _ pack: LocalRulePack, line: HardshipLine? = line
  ) -> Eligibility.Verdict {
    Eligibility.judge(facts, asOf: day, rules: .inForce(on: day), line: line, packs: [pack])
  }

  private func shipped() throws -> LocalRulePack {
    try #require(LocalRulePack.shipped.first { $0.name == "JS-2016" })
  }

  /// AT-1.1: X19 from the pack's first day to its last.
  @Test(arguments: [
    (Day.literal(2015, 12, 31), Eligibility.Verdict.Result.fail), (.literal(2016, 1, 1), .exempt),
    (.literal(2016, 12, 31), .exempt), (.literal(2017, 1, 1), .fail),
  ])
  func aPackAppliesByItsDates(_ day: Day, _ result: Eligibility.Verdict.Result) throws {
    let facts = Eligibility.Facts(
      matter: .maintenance, groups: [.familyPlanningHardship], claims: [.familyPlanning], household: rich)
    let test = judge(facts, on: day, try shipped())[.hardship]
    #expect(test?.result == result)
    #expect(test?.key == (result == .exempt ? "X19" : "household-income"))
    #expect(test?.basis.first?.law.key == (result == .exempt ? "JS-2016" : "R03"))
  }

  @Test func anExemptionIsOnlyForItsGroups() throws {
    let facts = Eligibility.Facts(matter: .maintenance, claims: [.familyPlanning], household: rich)
    #expect(judge(facts, on: in2016, try shipped())[.hardship]?.result == .fail)
  }

  /// AT-1.2: a petitioner over the line is refused for hardship, not for the matter.
  @Test func aPetitionerIsInScopeAndStillTested() throws {
    let facts = Eligibility.Facts(matter: .retrial, claims: [.petitioner], household: rich)
    let verdict = judge(facts, on: in2016, try shipped())
    #expect(verdict[.matter]?.result == .pass)
    #expect(verdict[.matter]?.key == "X21")
    #expect(verdict.failures.map(\.aspect) == [.hardship])
    let without = Eligibility.judge(facts, asOf: in2016, rules: .rs2012, line: line)
    #expect(without[.matter]?.key == "out-of-scope")
  }

  /// AT-1.3, 法律援助法 33: without a retrial ordered or a protest the matter fails; 31(9) is named, consultation offered.
  @Test(arguments: [
    ([ExemptionCode.petitioner], Bool?.none, false), ([], false, false), ([], nil, true),
    ([.petitioner], true, true),
  ])
  func aPetitionerUnderTheLaw(_ claims: [ExemptionCode], _ isOrdered: Bool?, _ isInScope: Bool) throws {
    let facts = Eligibility.Facts(matter: .retrial, claims: claims, retrialOrdered: isOrdered)
    let test = try #require(judge(facts, on: .literal(2022, 5, 20), try shipped())[.matter])
    #expect(test.result == (isInScope ? .pass : .fail))
    #expect(test.basis.map(\.article) == (isInScope ? ["33"] : ["33", "31(9)"]))
    #expect(isInScope || test.reason.zh.contains("法律咨询"))
  }

  /// AT-8.1: the mother of a conscript, claiming maintenance.
  @Test func aConscriptsMotherIsExempt() throws {
    let facts = Eligibility.Facts(
      matter: .maintenance, groups: [.militaryFamily, .woman], claims: [.conscripts], household: rich)
    let verdict = judge(facts, on: in2016, try shipped())
    #expect(verdict.outcome == .qualifies)
    #expect(verdict[.hardship]?.key == "X15")
  }

  /// AT-8.2: a serving officer's spouse is tested, and exempt where the pack takes in every military family.
  @Test func otherMilitaryFamiliesByThePack() throws {
    let facts = Eligibility.Facts(
      matter: .maintenance, groups: [.militaryFamily], claims: [.military], household: rich)
    #expect(judge(facts, on: in2016, try shipped())[.hardship]?.result == .fail)
    let wide = try read(
      """
      pack: {name: HZ-2017, document: 杭州市法律援助条例, from: 2017-01-01}
      exemptions: [{key: X16, groups: [servicePerson, militaryFamily], proof: 军人证件}]
      """)
    let test = judge(facts, on: .literal(2017, 5, 20), wide)[.hardship]
    #expect(test?.result == .exempt)
    #expect(test?.key == "X16")
  }

  @Test func everyPartIsRead() throws {
    let pack = try read(
      """
      pack: {name: 试点, document: 县政府文件, from: 2016-01-01, to: null}
      hardshipLines: [{amount: 1600.00, unit: month, lookbackMonths: 12, from: 2016-01-01, source: 县政府文件}]
      limits: [{key: TL18, number: 15, unit: calendarDay}]
      groups: [elderly]
      matters: [M08]
      exemptions: [{key: X10, groups: [migrantWorker], matters: [M05], proof: 居住证}]
      practiceYears: 5
      """)
    #expect(pack.to == nil)
    #expect(pack.limits == [.init(key: "TL18", limit: .calendarDays(15))])
    #expect(pack.groups == [Listed(.elderly)])
    #expect(pack.practiceYears == Listed(5))
    let injury = Eligibility.Facts(
      matter: .personalInjury, household: Household(members: 1, netIncomeFen: 1_920_000, months: 12))
    let verdict = judge(injury, on: in2016, pack, line: nil)
    #expect(verdict.tests.map(\.result) == [.pass, .pass, .pass])
    #expect(verdict[.matter]?.basis.first?.law.key == "试点")
    let pay = Eligibility.Facts(
      matter: .labourPay, groups: [.migrantWorker], claims: [.migrantWorker], household: rich)
    #expect(judge(pay, on: in2016, pack)[.hardship]?.key == "X10")
  }

  /// Each entry may rest on a document of its own and hold on days of its own; where it says nothing, the pack's count.
  @Test(arguments: [
    (Day.literal(2016, 2, 29), [], "household-income"), (.literal(2016, 3, 1), ["省政府令9号", "试点"], "X19"),
    (.literal(2016, 7, 1), [], "household-income"),
  ])
  func anEntryHasItsOwnDocumentAndDays(_ day: Day, _ told: [String], _ key: String) throws {
    let pack = try read(
      """
      pack: {name: 试点, document: 县政府文件, from: 2016-01-01, to: 2016-12-31}
      limits: [{key: TL18, number: 15, unit: calendarDay, document: 省厅文件}]
      groups: [elderly, {value: minor, from: 2016-05-01}]
      matters: [{value: M08, document: 省条例, to: 2016-06-30}]
      exemptions: [{key: X19, document: 省政府令9号, from: 2016-03-01, to: 2016-06-30}]
      practiceYears: {value: 5, document: 省条例}
      """)
    #expect(pack.limits.first?.terms == EntryTerms(document: "省厅文件"))
    #expect(pack.groups == [Listed(.elderly), Listed(.minor, EntryTerms(from: .literal(2016, 5, 1)))])
    #expect(pack.practiceYears == Listed(5, EntryTerms(document: "省条例")))
    #expect(try JSONDecoder().decode(LocalRulePack.self, from: Data(CanonicalJSON.encode(pack).utf8)) == pack)
    let facts = Eligibility.Facts(
      matter: .maintenance, groups: [.familyPlanningHardship], claims: [.familyPlanning], household: rich)
    let test = judge(facts, on: day, pack)[.hardship]
    #expect(test?.key == key)
    let law = test?.basis.first?.law
    #expect(told.isEmpty || [law?.name.zh, law?.key].compactMap(\.self) == told)
    let injury = Eligibility.Facts(matter: .personalInjury, household: rich)
    #expect(judge(injury, on: day, pack)[.matter]?.result == (day < .literal(2016, 7, 1) ? .pass : .fail))
  }

  /// 杭州市法律援助条例 31: five years in a life-or-death case, while the pack holds; three stay the least.
  @Test(arguments: [
    (Day.literal(2018, 6, 14), ["Q1"]), (.literal(2018, 6, 15), []), (.literal(2016, 12, 31), []),
    (.literal(2016, 6, 14), ["Q1"]),
  ])
  func aPackAsksForMoreYears(_ day: Day, _ keys: [String]) throws {
    let pack = try read("pack: {name: HZ-2017, document: 杭州市法律援助条例, from: 2017-01-01}\npracticeYears: 5")
    let facts = AssignmentFacts(
      AssignmentFacts.Case(form: .criminalDefence, situations: [.lifeOrDeath]),
      AssignmentFacts.Person(kind: .lawFirmLawyer, firstLicensedOn: .literal(2013, 6, 15)), packs: [pack])
    let blocks = AssignmentRules.blocks(facts, on: day)
    #expect(blocks.map(\.key) == keys)
    if day > .literal(2017, 1, 1), let block = blocks.first {
      #expect(block.reason.zh.contains("未满5年：杭州市法律援助条例（地方规则包HZ-2017）"))
    }
  }

  /// A local limit never ends later than the national one, whatever the calendar.
  @Test(arguments: [
    (TimeLimit.calendarDays(7), TimeLimit.workingDays(7), true), (.workingDays(5), .calendarDays(7), false),
    (.hours(24), .calendarDays(1), true), (.hours(25), .workingDays(1), false),
    (.calendarDays(28), .months(1, days: 0), true), (.calendarDays(30), .months(1, days: 0), false),
    (.workingDays(8), .workingDays(7), false), (.calendarDays(30), .calendarDays(30), true),
  ])
  func lengthsAreCompared(_ own: TimeLimit, _ other: TimeLimit, _ isWithin: Bool) {
    #expect(own.isNeverLonger(than: other) == isWithin)
  }

  /// Every fault says where it stands, in both languages.
  @Test(arguments: [
    ("matters: [M99]", "M99"), ("exemption: []", "exemption"),
    ("exemptions: [{key: X19, group: [elderly]}]", "group"),
    ("limits: [{key: TL99, number: 1, unit: calendarDay}]", "TL99"),
    ("limits: [{key: TL18, number: 1, unit: week}]", "week"), ("groups: [student]", "student"),
    ("practiceYears: five", "practiceYears"), ("groups: [{value: minor, till: 2016-01-01}]", "till"),
    ("matters: [{value: M08, from: 2016-02-01, to: 2016-01-01}]", "to"),
    ("hardshipLines: [{amount: 1600.001, unit: month}]", "1600.001"),
  ])
  func faultsAreNamed(_ part: String, _ word: String) throws {
    let head = "pack: {name: 试点, document: 县政府文件, from: 2016-01-01}\n"
    let fault = #expect(throws: YAMLFault.self) { try read(head + part) }
    let told = try #require(fault).description
    #expect(told.contains("pack.yml") && told.contains(word), "\(told)")
    #expect(told.unicodeScalars.contains { $0.value > 0x4E00 }, "\(told)")
  }

  private func read(_ yaml: String) throws -> LocalRulePack { try RulePackFile.read(yaml: yaml, file: "pack.yml") }
}
