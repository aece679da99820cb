import Synchronization

/// 运行计数 · Tally: what this process has done since it started, for whoever watches it. Numbers only: no names, no ids.
package final class Tally: Sendable {
  package struct Counts: Sendable {
    package var actionsDone = 0
    package var actionsRefused = 0
    package var actionsFailed = 0
    /// Answers by the first digit of their status.
    package var answers: [Int: Int] = [:]
    /// Answers that took no longer than the limit of the same place, and all of them at last.
    package var withinLimit = [Int](repeating: 0, count: limits.count + 1)
    package var seconds = 0.0
  }

  /// Seconds, ascending.
  package static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private let counts = Mutex(Counts())

  package var all: Counts { counts.withLock { $0 } }

  package func answered(_ status: Int, in seconds: Double) {
    counts.withLock {
      $0.answers[status / 100, default: 0] += 1
      for (place, limit) in Self.limits.enumerated() where seconds <= limit { $0.withinLimit[place] += 1 }
      $0.withinLimit[Self.limits.count] += 1
      $0.seconds += seconds
    }
  }

  func actionDone() { counts.withLock { $0.actionsDone += 1 } }

  func actionFailed(isRefused: Bool) {
    counts.withLock { if isRefused { $0.actionsRefused += 1 } else { $0.actionsFailed += 1 } }
  }
}
