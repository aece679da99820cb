import Testing
import WorkCalendar

@Suite("Official years")
struct OfficialYearsTests {
  /// Weekdays off, weekends worked and working days of the year, counted apart from our table by chinesecalendar.
  @Test(
    "Each year has its rest days and its worked weekends",
    arguments: [
      (2012, 18, 6, 249), (2013, 23, 12, 250), (2014, 16, 5, 250), (2015, 17, 5, 249), (2016, 17, 6, 250),
      (2017, 16, 5, 249), (2018, 18, 7, 250), (2019, 17, 6, 250), (2020, 19, 6, 249), (2021, 18, 7, 250),
      (2022, 18, 7, 249), (2023, 18, 7, 249), (2024, 19, 8, 251), (2025, 18, 5, 248), (2026, 19, 6, 248),
    ])
  func counts(year: Int, weekdaysOff: Int, weekendsWorked: Int, workingDays: Int) throws {
    let days = officialDays.filter { $0.year == year }
    let calendar = WorkCalendar.official
    #expect(days.filter { $0.weekday <= 5 && !calendar.isWorkingDay($0) }.count == weekdaysOff)
    #expect(days.filter { $0.weekday > 5 && calendar.isWorkingDay($0) }.count == weekendsWorked)
    #expect(days.filter(calendar.isWorkingDay).count == workingDays)
    #expect(try #require(calendar.years[year]).isVerified == false)
  }

  @Test(
    "Known days",
    arguments: [
      ("2012-09-30", .holiday), ("2013-01-05", .works), ("2015-09-03", .holiday), ("2016-02-14", .works),
      ("2016-10-08", .works), ("2018-12-29", .works), ("2018-12-31", .holiday), ("2020-01-31", .holiday),
      ("2020-02-01", .holiday), ("2020-02-03", .works), ("2024-04-07", .works), ("2025-10-08", .holiday),
      ("2026-02-23", .holiday), ("2026-02-28", .works), ("2016-07-02", .weekend), ("2016-07-01", .works),
    ] as [(Day, Expected)])
  func known(day: Day, expected: Expected) {
    let kind = WorkCalendar.official.kind(of: day)
    switch expected {
    case .works: #expect(!kind.isRest)
    case .weekend: #expect(kind == .weekend)
    case .holiday: if case .holiday = kind {} else { Issue.record("\(day) is \(kind)") }
    }
  }

  enum Expected: Sendable { case works, weekend, holiday }

  @Test func theYearsAre2012To2026() {
    #expect(Set(WorkCalendar.official.years.keys) == Set(2012...2026))
    #expect(!WorkCalendar.official.isKnown(year: 2011))
    #expect(!WorkCalendar.official.isKnown(year: 2027))
  }

  /// The law's own list: whatever the notice, these are holidays.
  @Test func statutoryDaysAreAlwaysOff() throws {
    for year in 2012...2026 {
      for (month, day) in [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)] {
        #expect(!WorkCalendar.official.isWorkingDay(try #require(Day(year: year, month: month, day: day))))
      }
    }
  }
}
