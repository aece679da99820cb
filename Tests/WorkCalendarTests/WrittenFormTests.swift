import Foundation
import Localization
import Testing
import WorkCalendar

/// 书写形式 · How moments, limits and years are written, and that what is written reads as itself.
@Suite struct WrittenFormTests {
  @Test(arguments: ["2016-03-07", "2016-03-07T15:04:00+08:00"])
  func aMomentIsADayOrAnInstant(_ text: String) throws {
    let moment = try #require(Moment(text))
    #expect(Moment(moment.description) == moment)
    #expect(moment.day == "2016-03-07")
    #expect((moment == .day("2016-03-07")) == (text.count == 10))
    let stored = try JSONEncoder().encode([moment])
    #expect(try JSONDecoder().decode([Moment].self, from: stored) == [moment])
  }

  @Test func whatIsNoMomentIsRefused() {
    #expect(Moment("2016-02-30") == nil)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Moment].self, from: Data(#"["soon"]"#.utf8)) }
  }

  @Test func timeEndsWhereItsDaysEnd() {
    #expect(Instant(.earliest).adding(milliseconds: .min) == Instant(milliseconds: .min))
    #expect(Instant(.latest).adding(milliseconds: .max) == Instant(milliseconds: .max))
  }

  @Test(arguments: ["hour", "calendarDay", "workingDay", "month", "dayBeforeEvent"])
  func aLimitIsANumberAndAUnit(_ unit: String) throws {
    let limit = try #require(TimeLimit(number: 3, unit: unit))
    #expect((limit.number, limit.unit) == (3, unit))
    #expect(TimeLimit(number: 0, unit: unit)?.number == 0)
    #expect(TimeLimit(number: -1, unit: unit) == nil)
  }

  @Test func oneDayIsNoDays() {
    #expect(TimeLimit.beforeEvent(days: 1).text == Text("事前1日", "1 day before"))
    #expect(TimeLimit.beforeEvent(days: 2).text == Text("事前2日", "2 days before"))
  }

  /// The last days of what is surely within a limit, and the first that is not.
  @Test(arguments: [
    (TimeLimit.hours(24), TimeLimit.hours(24), true), (.hours(25), .hours(24), false),
    (.calendarDays(7), .calendarDays(7), true), (.calendarDays(8), .calendarDays(7), false),
    (.workingDays(7), .workingDays(7), true), (.workingDays(8), .workingDays(7), false),
    (.calendarDays(7), .workingDays(7), true), (.calendarDays(8), .workingDays(7), false),
    (.workingDays(1), .calendarDays(30), false), (.hours(72), .calendarDays(3), true),
    (.hours(73), .calendarDays(3), false), (.hours(72), .workingDays(3), true),
    (.hours(73), .workingDays(3), false),
    (.calendarDays(43), .months(1, days: 15), true), (.calendarDays(44), .months(1, days: 15), false),
    (.months(1, days: 0), .months(1, days: 0), false), (.beforeEvent(days: 3), .beforeEvent(days: 3), false),
  ])
  func whatIsNeverLonger(_ own: TimeLimit, _ most: TimeLimit, _ isWithin: Bool) {
    #expect(own.isNeverLonger(than: most) == isWithin)
  }

  @Test func aYearOfTheOfficeReadsBackFromItsTable() throws {
    let source = Text("县司法局录入", "Entered by the judicial bureau")
    let table = "元旦 01-01..01-03\n防疫假/Epidemic holiday 02-01"
    let year = try CalendarYear(year: 2027, table: table, source: source)
    #expect(year.table == table)
  }

  @Test func ofTwoOpenPausesTheFirstHolds() {
    let pauses = [
      Pause(openAfter: "2016-03-11"), Pause(openAfter: "2016-03-09"), .through("2016-03-09", "2016-03-10"),
    ]
    let due = WorkCalendar.official.due(.workingDays(7), from: .day("2016-03-07"), pauses: pauses)
    #expect(due.isSuspended)
  }
}
