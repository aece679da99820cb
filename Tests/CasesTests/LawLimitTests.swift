import Cases
import Kernel
import Testing
import WorkCalendar

@Suite struct CasesLimitTests {
  /// A limit one day longer than the law's does not pass.
  @Test(arguments: [
    ("TL05", RuleSet.rs2012, TimeLimit.workingDays(7)), ("TL05", .rs2022, .calendarDays(3)),
    ("TL05", .rs2023, .calendarDays(3)), ("TL06", .rs2012, .calendarDays(3)), ("TL06", .rs2022, .calendarDays(3)),
    ("TL06", .rs2023, .calendarDays(3)), ("TL08", .rs2023, .calendarDays(3)),
    ("TL08", .rs2012, .calendarDays(3)), ("TL08", .rs2022, .calendarDays(3)), ("TL11", .rs2012, .workingDays(5)),
    ("TL11", .rs2022, .calendarDays(5)), ("TL11", .rs2023, .calendarDays(5)), ("TL18", .rs2012, .calendarDays(30)),
    ("TL18", .rs2022, .calendarDays(30)), ("TL18", .rs2023, .calendarDays(30)),
    ("TL14", .rs2012, .workingDays(5)), ("TL14", .rs2022, .calendarDays(5)), ("TL14", .rs2023, .calendarDays(5)),
    ("TL19", .rs2012, .calendarDays(30)), ("TL05", .rs2018, .workingDays(7)), ("TL05", .rs2025, .calendarDays(3)),
    ("TL19", .rs2022, .calendarDays(30)), ("TL19", .rs2023, .calendarDays(30)),
  ])
  func lengths(_ key: String, _ rules: RuleSet, _ limit: TimeLimit) throws {
    let rule = try #require(CasesLimits.all.first { $0.key == key })
    #expect(rule.variant(rules, on: rules.from)?.limit == limit)
    #expect(rule.variant(rules, on: rules.from)?.basis.isEmpty == false)
  }

  /// V6, V9, V13: grant 2024-04-01; notice 2016-09-30; closed 2016-12-01.
  @Test(arguments: [
    ("TL05", "2024-04-01", "2024-04-07"), ("TL08", "2016-09-30", "2016-10-08"),
    ("TL18", "2016-12-01", "2017-01-03"),
    ("TL05", "2016-04-29", "2016-05-11"), ("TL08", "2016-05-20", "2016-05-23"),
  ])
  func due(_ key: String, _ from: String, _ due: String) throws {
    let rule = try #require(CasesLimits.all.first { $0.key == key })
    let start = try #require(Day(from))
    #expect(
      rule.due(from: .day(start), rules: .inForce(on: start), calendar: .official)?.value
        == Day(due).map(Moment.day))
  }

  /// 程序规定 34, 35 (2012), 41 (2023) and 刑事规定 12 could not be read.
  @Test func whatWasNotReadSaysSo() {
    for rule in [CasesLimits.dossier, CasesLimits.examination, CasesLimits.replacement] {
      #expect(rule.entries.allSatisfy { !$0.isVerified && $0.note != nil })
    }
    #expect(CasesLimits.assignment.entries.allSatisfy { $0.isVerified })
  }

  @Test func anAssignmentRunsOnItsOwnClock() {
    #expect(CasesLimits.assignment(isNotified: false, isCriminal: false).key == "TL05")
    #expect(CasesLimits.assignment(isNotified: false, isCriminal: true).key == "TL06")
    #expect(CasesLimits.assignment(isNotified: true, isCriminal: true).key == "TL08")
  }
}
