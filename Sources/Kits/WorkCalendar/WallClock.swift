import Foundation

/// 时钟 · Wall clock: where the present comes from. Rules never hold one: they are given the instant.
package struct WallClock: Sendable {
  package let now: @Sendable () -> Instant

  package init(now: @escaping @Sendable () -> Instant) {
    self.now = now
  }

  package var today: Day { now().day }

  package static let system = WallClock {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  package static func fixed(_ instant: Instant) -> WallClock {
    WallClock { instant }
  }
}
