import Foundation

/// 时钟 · Wall clock: where the present comes from. Rules never hold one: they are given the instant.
package struct WallClock: Sendable {
  package let now: @Sendable () -> Instant
  /// The present of the world outside, also where the business day is fixed: what one-time codes go by.
  package let real: @Sendable () -> Instant

  /// The machine's own clock, which may be wrong; not one that somebody set, as for a demo of a past year.
  package let isOfMachine: Bool

  package init(
    now: @escaping @Sendable () -> Instant, real: (@Sendable () -> Instant)? = nil, isOfMachine: Bool = false
  ) {
    self.now = now
    self.real = real ?? now
    self.isOfMachine = isOfMachine
  }

  package var today: Day { now().day }

  package static let system = WallClock(
    now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }, isOfMachine: true)

  /// How far the machine's clock may be set back without a word, in minutes: time servers do so by seconds.
  package static let patience = 5

  package static func fixed(_ instant: Instant) -> WallClock {
    WallClock(now: { instant })
  }
}
