package import Localization

/// 期限 · Time limit: how long somebody has. Hours run from the minute of the event; days and months begin on
/// the day after it. Which unit a law means is the rule's to say: 条例 and 2012 rules say 工作日, the Law says 日.
package enum TimeLimit: Sendable, Hashable {
  case hours(Int)
  /// Natural days; a last day that is a rest day gives way to the next working day.
  case calendarDays(Int)
  /// Days on which offices are open, working weekends among them.
  case workingDays(Int)
  /// Whole months, then days: a month and a half is `.months(1, days: 15)`.
  case months(Int, days: Int)
  /// At the latest so many days before a hearing; counted backwards and not moved by rest days.
  case beforeEvent(days: Int)

  package var text: Text {
    switch self {
    case .hours(let number): .count(number, "小时", "hour", "hours")
    case .calendarDays(let number): .count(number, "日", "day", "days")
    case .workingDays(let number): .count(number, "个工作日", "working day", "working days")
    case .months(let months, days: 0): .count(months, "个月", "month", "months")
    case .months(let months, let days):
      .count(months, "个月", "month", "months") + Text("零", " and ") + .count(days, "日", "day", "days")
    case .beforeEvent(let days): Text("事前", "") + .count(days, "日", "day before", "days before")
    }
  }
}
