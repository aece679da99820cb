/// 届满 · Due: when a time limit ends, and how that was reckoned.
package struct Due: Sendable, Hashable {
  /// The last day, or for a limit in hours the instant; nil while a pause is open.
  package let value: Moment?
  package let steps: [DueStep]
  /// Whether it rests on a year whose holidays are not known.
  package let isProvisional: Bool

  package var isSuspended: Bool { value == nil }

  /// From this instant on it is late: the midnight after a last day, or the very instant of a limit in hours.
  package var lateFrom: Instant? {
    switch value {
    case .day(let day): Instant(day, hour: 24)
    case .instant(let instant): instant
    case nil: nil
    }
  }
}
