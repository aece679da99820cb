package import Localization

/// 年度节假日安排 · Calendar year: the holidays of one year and the weekends worked in exchange.
/// A notice for one year may also move the last days of the year before: those are entered under their own year.
package struct CalendarYear: Sendable, Hashable {
  package struct Holiday: Sendable, Hashable {
    package let name: Text
    package let days: ClosedRange<Day>
  }

  package let year: Int
  package let holidays: [Holiday]
  /// Saturdays and Sundays that are worked, in order.
  package let workingWeekends: [Day]
  package let source: Text
  /// Whether somebody compared it with the notice itself.
  package let isVerified: Bool

  init(year: Int, holidays: [Holiday], workingWeekends: [Day], source: Text, isVerified: Bool) {
    self.year = year
    self.holidays = holidays
    self.workingWeekends = workingWeekends
    self.source = source
    self.isVerified = isVerified
  }
}
