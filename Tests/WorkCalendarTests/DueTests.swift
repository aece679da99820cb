import Foundation
import Localization
import Testing
import WorkCalendar

@Suite("Due")
struct DueTests {
  let calendar = WorkCalendar.official

  @Test("A custody period ends on its last day, holiday or not")
  func custody() {
    let due = calendar.due(.calendarDays(3), from: .day("2016-09-30"), inCustody: true)
    #expect(due.value == .day("2016-10-03"))
    #expect(
      due.steps.map(\.reason.zh) == [
        "2016年9月30日 起算，当日不计", "10月1日至10月3日 计第1日至第3日", "10月3日 国庆节，放假，在押期间的期限不因此延长",
        "2016年10月3日 期限届满",
      ])
    #expect(!calendar.due(.calendarDays(3), from: .day("2026-12-30"), inCustody: true).isProvisional)
  }

  @Test(
    "Months and days roll over like days",
    arguments: [
      (TimeLimit.months(1, days: 15), "2019-09-10", "2019-10-25"),
      (.months(3, days: 0), "2016-11-30", "2017-02-28"),
      (.months(1, days: 0), "2016-09-01", "2016-10-08"),
      (.months(0, days: 0), "2016-10-01", "2016-10-01"),
    ] as [(TimeLimit, Day, Day)])
  func months(limit: TimeLimit, from: Day, expected: Day) {
    #expect(calendar.due(limit, from: .day(from)).value == .day(expected))
  }

  @Test func onlyTheDayOfAnHourLimitIsKnown() {
    let due = calendar.due(.hours(24), from: .day("2016-10-01"))
    #expect(due.value == .instant(Instant("2016-10-02", hour: 0)))
    #expect(due.steps.first?.kind == .beginsAtMidnight)
  }

  @Test func aDayIsLateFromTheNextMidnight() {
    #expect(calendar.due(.workingDays(7), from: .day("2016-04-29")).lateFrom == Instant("2016-05-12", hour: 0))
  }

  @Test("A limit of no days ends the same day", arguments: [0, -3])
  func sameDay(number: Int) {
    for limit in [TimeLimit.calendarDays(number), .workingDays(number), .beforeEvent(days: number)] {
      #expect(calendar.due(limit, from: .day("2016-10-01")).value == .day("2016-10-01"))
    }
  }

  @Test func anAbsurdLimitStopsAtTheLastDay() {
    #expect(calendar.due(.calendarDays(.max), from: .day("9999-12-01")).value == .day(.latest))
    #expect(calendar.due(.beforeEvent(days: .max), from: .day("2016-10-01")).value == .day(.earliest))
    #expect(calendar.due(.hours(.max), from: .day("2016-10-01")).value?.day == .latest)
  }

  @Test("V1 explains itself in both languages")
  func steps() {
    let steps = calendar.due(.workingDays(7), from: .day("2016-04-29")).steps
    #expect(
      steps.map(\.reason.zh) == [
        "2016年4月29日 起算，当日不计", "4月30日 周末，不计", "5月1日至5月2日 劳动节，放假，不计", "5月3日至5月6日 工作日，计第1日至第4日",
        "5月7日至5月8日 周末，不计", "5月9日至5月11日 工作日，计第5日至第7日", "2016年5月11日 期限届满",
      ])
    #expect(
      steps.map(\.reason.en) == [
        "29 April 2016: the period begins, this day is not counted", "30 April: weekend, not counted",
        "1 May to 2 May: Labour Day, holiday, not counted",
        "3 May to 6 May: working day, counted as days 1 to 4", "7 May to 8 May: weekend, not counted",
        "9 May to 11 May: working day, counted as days 5 to 7", "11 May 2016: the period ends",
      ])
  }

  @Test func stepsAreJSON() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let step = calendar.due(.workingDays(7), from: .day("2016-04-29")).steps[2]
    #expect(
      try String(decoding: encoder.encode(step), as: UTF8.self) == """
        {"from":"2016-05-01","reason":{"en":"1 May to 2 May: Labour Day, holiday, not counted",\
        "zh":"5月1日至5月2日 劳动节，放假，不计"},"to":"2016-05-02"}
        """)
  }

  @Test func everyReasonIsWellSet() {
    let open = Pause(openAfter: "2016-10-09")
    let dues = [
      calendar.due(.workingDays(7), from: .day("2016-09-29")),
      calendar.due(.calendarDays(3), from: .day("2016-09-30")),
      calendar.due(.calendarDays(3), from: .day("2016-09-30"), inCustody: true),
      calendar.due(.hours(24), from: .day("2016-09-30")),
      calendar.due(.workingDays(9), from: .day("2016-09-29"), pauses: [open]),
      calendar.due(.beforeEvent(days: 15), from: .day("2016-06-20")),
      calendar.due(.workingDays(9), from: .day("2026-12-29")),
      calendar.due(.hours(24), from: .instant(Instant("2016-09-30", hour: 9))),
      calendar.due(.workingDays(7), from: .day("2016-03-07"), pauses: [.through("2016-03-09", "2016-03-16")]),
    ]
    for reason in dues.flatMap(\.steps).map(\.reason) {
      #expect(Typography.faults(in: reason.zh).isEmpty)
      #expect(Glossary.faults(in: reason).isEmpty)
    }
  }

  @Test(
    "Limits in words",
    arguments: [
      (TimeLimit.hours(24), Text("24小时", "24 hours")), (.workingDays(7), Text("7个工作日", "7 working days")),
      (.calendarDays(1), Text("1日", "1 day")), (.months(1, days: 15), Text("1个月零15日", "1 month and 15 days")),
      (.months(3, days: 0), Text("3个月", "3 months")), (.beforeEvent(days: 15), Text("事前15日", "15 days before")),
    ])
  func limits(limit: TimeLimit, text: Text) {
    #expect(limit.text == text)
  }

  @Test("Units read back", arguments: ["hour", "calendarDay", "workingDay", "month", "dayBeforeEvent"])
  func units(unit: String) throws {
    #expect(try #require(TimeLimit(number: 3, unit: unit)).unit == unit)
    #expect(TimeLimit(number: -1, unit: unit) == nil)
    #expect(TimeLimit(number: 3, unit: unit + "s") == nil)
  }
}
