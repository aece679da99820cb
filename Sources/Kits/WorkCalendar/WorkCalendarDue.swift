extension WorkCalendar {
  /// When a limit ends.
  ///
  /// The day of the event is not counted. A last day that is a rest day gives way to the next working day,
  /// except `inCustody`, where a period ends on its last day whatever day that is (刑事诉讼法 2018 第105条).
  /// Paused days are not counted; a limit that has run out before a pause begins stays run out.
  /// A limit of no days ends on the day of the event.
  package func due(
    _ limit: TimeLimit, from trigger: Trigger, pauses: [Pause] = [], inCustody: Bool = false
  ) -> Due {
    let start = trigger.day
    var reckoning = Reckoning(calendar: self, pauses: pauses, inCustody: inCustody)
    return switch limit {
    case .hours(let number): reckoning.hours(number, from: trigger)
    case .calendarDays(let number): reckoning.days(number, after: start, workingOnly: false)
    case .workingDays(let number): reckoning.days(number, after: start, workingOnly: true)
    case .months(let months, let days):
      reckoning.days(
        start.days(until: start.adding(months: months).adding(days: days)), after: start, workingOnly: false)
    case .beforeEvent(let days): reckoning.daysBefore(days, start)
    }
  }
}
