/// 工作日历 · Work calendar: which days are working days, and when a time limit ends.
/// A year it has no holidays for is worked out from weekends alone, and what rests on it is provisional.
package struct WorkCalendar: Sendable {
  /// By year; the office's own entry replaces the official one.
  package let years: [Int: CalendarYear]
  private let exceptions: [Day: DayKind]

  /// The years 2012 to 2026 as the State Council announced them.
  package static let official = WorkCalendar(years: OfficialHolidays.years)

  /// Of two entries for one year the later one counts.
  package init(years: [CalendarYear]) {
    self.years = Dictionary(years.map { ($0.year, $0) }) { _, later in later }
    var exceptions: [Day: DayKind] = [:]
    for year in self.years.values {
      for holiday in year.holidays {
        for day in holiday.days { exceptions[day] = .holiday(holiday.name) }
      }
      for day in year.workingWeekends { exceptions[day] = .workingWeekend }
    }
    self.exceptions = exceptions
  }

  /// This calendar with one year entered or replaced.
  package func replacing(_ year: CalendarYear) -> WorkCalendar {
    WorkCalendar(years: Array(years.values) + [year])
  }

  package func isKnown(year: Int) -> Bool {
    years[year] != nil
  }

  package func isWorkingDay(_ day: Day) -> Bool {
    !kind(of: day).isRest
  }

  package func kind(of day: Day) -> DayKind {
    exceptions[day] ?? (day.weekday > 5 ? .weekend : .workday)
  }
}
