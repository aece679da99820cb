/// 时刻 · Instant: a point in time to the millisecond, shown in China's one time zone.
/// Asia/Shanghai is +08:00 without summer time here; the years that had one (1986–1991) are not of this product.
package struct Instant: Sendable, Hashable, Comparable, TextCoded {
  /// Milliseconds since 1970-01-01 00:00 UTC; what the database stores.
  package let milliseconds: Int64

  /// Stops at the first and the last millisecond of the days that `Day` knows.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first), Self.last)
  }

  /// A wall-clock time in +08:00. An hour of 24 is the next day's midnight.
  package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(milliseconds: seconds * 1000 - Self.offset)
  }

  package init?(_ text: String) {
    guard let value = InstantText.parse(text) else { return nil }
    self = value
  }

  /// ISO 8601: `2016-03-07T15:04`, with or without seconds, fraction and offset; without an offset it is +08:00.
  package static func parse(_ text: String) -> Instant? {
    Instant(text)
  }

  package var day: Day { Day(number: Int((local - millisecondOfDay) / Self.day)) }
  package var hour: Int { Int(millisecondOfDay / 3_600_000) }
  package var minute: Int { Int(millisecondOfDay / 60_000 % 60) }
  package var second: Int { Int(millisecondOfDay / 1000 % 60) }

  /// `2016-03-07T15:04:05+08:00`, with `.123` when it is not a whole second.
  package var description: String {
    let fraction = Int(millisecondOfDay % 1000)
    let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    return "\(day)T\(time)\(fraction == 0 ? "" : "." + padded(fraction, 3))+08:00"
  }

  package func adding(hours: Int) -> Instant {
    adding(milliseconds: Int64(min(max(hours, -Self.reach), Self.reach)) * 3_600_000)
  }

  package func adding(minutes: Int) -> Instant {
    adding(milliseconds: Int64(min(max(minutes, -Self.reach), Self.reach)) * 60_000)
  }

  package func adding(milliseconds amount: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(amount)
    return Instant(milliseconds: overflow ? (amount > 0 ? .max : .min) : sum)
  }

  package func milliseconds(until other: Instant) -> Int64 {
    other.milliseconds - milliseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  private var local: Int64 { milliseconds + Self.offset }
  private var millisecondOfDay: Int64 { (local % Self.day + Self.day) % Self.day }

  private static let offset: Int64 = 8 * 3_600_000
  private static let day: Int64 = 86_400_000
  private static let first = Int64(Day.earliest.number) * day - offset
  private static let last = (Int64(Day.latest.number) + 1) * day - offset - 1
  /// More hours or minutes than that reach past either end anyway.
  private static let reach = 10_000_000_000
}
