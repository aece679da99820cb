import Foundation

/// 时钟 · Wall clock: where the present comes from. Rules never hold one: they are given the instant.
package struct WallClock: Sendable {
  package let now: @Sendable () -> Instant
  /// The present of the world outside, also where the business day is fixed: what one-time codes go by.
  package let real: @Sendable () -> Instant

  package init(now: @escaping @Sendable () -> Instant, real: (@Sendable () -> Instant)? = nil) {
    self.now = now
    self.real = real ?? now
  }

  package var today: Day { now().day }

  package static let system = WallClock(now: {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  })

  package static func fixed(_ instant: Instant) -> WallClock {
    WallClock(now: { instant })
  }
}
