import Synchronization

/// 连接情况 · Database load: transactions that run and that wait.
package struct DatabaseLoad: Sendable, Hashable {
  package var running = 0
  package var waiting = 0

  static func + (one: Self, other: Self) -> Self {
    DatabaseLoad(running: one.running + other.running, waiting: one.waiting + other.waiting)
  }
}

/// Counts them where the engine does not say.
final class LoadMeter: Sendable {
  private let state = Mutex(DatabaseLoad())

  var load: DatabaseLoad { state.withLock { $0 } }

  func arrive() -> Ticket { Ticket(self) }

  /// One that waits until it runs; gone, it counts no more, whatever became of it.
  final class Ticket: Sendable {
    private let meter: LoadMeter
    private let hasRun = Atomic(false)

    fileprivate init(_ meter: LoadMeter) {
      self.meter = meter
      meter.state.withLock { $0.waiting += 1 }
    }

    deinit {
      if !hasRun.load(ordering: .relaxed) { meter.state.withLock { $0.waiting -= 1 } }
    }

    func running<T>(_ body: () throws -> T) rethrows -> T {
      hasRun.store(true, ordering: .relaxed)
      meter.state.withLock {
        $0.waiting -= 1
        $0.running += 1
      }
      defer { meter.state.withLock { $0.running -= 1 } }
      return try body()
    }
  }
}
