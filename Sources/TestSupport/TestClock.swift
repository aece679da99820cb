import Synchronization
package import WorkCalendar

/// 测试时钟 · Test clock: stands still until a test moves it.
package final class TestClock: Sendable {
  private let instant: Mutex<Instant>

  package init(_ instant: Instant) { self.instant = Mutex(instant) }

  package var now: Instant { instant.withLock { $0 } }
  package func move(to later: Instant) { instant.withLock { $0 = later } }
  package func move(to day: Day, hour: Int = 9) { move(to: Instant(day, hour: hour)) }

  package var wall: WallClock { WallClock { [self] in now } }
}
