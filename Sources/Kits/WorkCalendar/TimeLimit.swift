package import Localization

/// 期限 · Time limit: how long somebody has. Hours run from the minute of the event; days and months begin on
/// the day after it. Which unit a law means is the rule's to say: 条例 and 2012 rules say 工作日, the Law says 日.
package enum TimeLimit: Sendable, Hashable, Codable {
  case hours(Int)
  /// Natural days; a last day that is a rest day gives way to the next working day.
  case calendarDays(Int)
  /// Days on which offices are open, working weekends among them.
  case workingDays(Int)
  /// Whole months, then days: a month and a half is `.months(1, days: 15)`.
  case months(Int, days: Int)
  /// At the latest so many days before a hearing; counted backwards and not moved by rest days.
  case beforeEvent(days: Int)

  /// A limit as packs write it: a number and one of the five units; refuses another word or a negative number.
  package init?(number: Int, unit: String) {
    guard number >= 0 else { return nil }
    switch unit {
    case "hour": self = .hours(number)
    case "calendarDay": self = .calendarDays(number)
    case "workingDay": self = .workingDays(number)
    case "month": self = .months(number, days: 0)
    case "dayBeforeEvent": self = .beforeEvent(days: number)
    default: return nil
    }
  }

  /// The word for the unit in packs and JSON.
  package var unit: String {
    switch self {
    case .hours: "hour"
    case .calendarDays: "calendarDay"
    case .workingDays: "workingDay"
    case .months: "month"
    case .beforeEvent: "dayBeforeEvent"
    }
  }

  /// The number beside the unit, as packs write it.
  package var number: Int {
    switch self {
    case .hours(let number), .calendarDays(let number), .workingDays(let number), .months(let number, _),
      .beforeEvent(let number):
      number
    }
  }

  package var text: Text {
    switch self {
    case .hours(let number): .count(number, "小时", "hour", "hours")
    case .calendarDays(let number): .count(number, "日", "day", "days")
    case .workingDays(let number): .count(number, "个工作日", "working day", "working days")
    case .months(let months, days: 0): .count(months, "个月", "month", "months")
    case .months(let months, let days):
      .count(months, "个月", "month", "months") + Text("零", " and ") + .count(days, "日", "day", "days")
    case .beforeEvent(let days):
      Text("事前\(days)日", "\(days) \(days == 1 ? "day" : "days") before")
    }
  }
}

extension TimeLimit {
  /// Whether it ends no later than another from whatever day: a rest day at the end moves natural days no further than to
  /// the working day that the other would reach; what cannot be said for every calendar is false.
  package func isNeverLonger(than other: TimeLimit) -> Bool {
    switch (self, other) {
    case (.hours(let own), .hours(let most)), (.calendarDays(let own), .calendarDays(let most)),
      (.workingDays(let own), .workingDays(let most)), (.calendarDays(let own), .workingDays(let most)):
      own <= most
    case (.hours(let own), .calendarDays(let most)), (.hours(let own), .workingDays(let most)): own <= 24 * most
    case (.calendarDays(let own), .months(let months, let days)): own <= 28 * months + days
    default: false
    }
  }
}
