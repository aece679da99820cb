/// 暂停 · Pause: days that a limit does not count, such as the wait for missing papers.
/// The day on which the notice was served still counts; the days after it, up to and including the day on
/// which the papers came in, do not. Without an end the limit is suspended. Refuses an end before its beginning.
package struct Pause: Sendable, Hashable, TextCoded {
  /// The day the notice was served.
  package let after: Day
  /// The day the papers came in; nil while they are awaited.
  package let through: Day?

  package init?(after: Day, through: Day?) {
    if let through, through < after { return nil }
    (self.after, self.through) = (after, through)
  }

  package init(openAfter day: Day) {
    (after, through) = (day, nil)
  }

  /// `2016-03-09..2016-03-16`, or `2016-03-09..` while open.
  package init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else { return nil }
    guard let after = Day(String(text[..<dots.lowerBound])) else { return nil }
    let end = String(text[dots.upperBound...])
    if end.isEmpty {
      self.init(openAfter: after)
    } else {
      guard let through = Day(end) else { return nil }
      self.init(after: after, through: through)
    }
  }

  package var description: String { "\(after)..\(through.map(\.description) ?? "")" }

  func covers(_ day: Day) -> Bool {
    guard let through else { return day > after }
    return day > after && day <= through
  }
}
