import Dispatch
import Synchronization

/// A waiting line before a few places: first come, first served, and nobody waits longer than the limit.
final class Gate: Sendable {
  private typealias Waiting = (ticket: UInt64, continuation: CheckedContinuation<Void, any Error>)

  private struct State {
    var free: Int
    var tickets: UInt64 = 0
    var line: [Waiting] = []
  }

  private let state: Mutex<State>
  private let places: Int

  init(places: Int) {
    self.places = places
    state = Mutex(State(free: places))
  }

  var load: DatabaseLoad { state.withLock { DatabaseLoad(running: places - $0.free, waiting: $0.line.count) } }

  /// Takes a place; busy when none came free within the limit.
  func enter(within limit: Duration) async throws {
    try await withCheckedThrowingContinuation { continuation in
      let ticket: UInt64? = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return nil
        }
        state.tickets += 1
        state.line.append((state.tickets, continuation))
        return state.tickets
      }
      guard let ticket else { return continuation.resume() }
      DispatchQueue.global().asyncAfter(deadline: .now() + limit.seconds) { self.giveUp(ticket) }
    }
  }

  /// Gives the place to the first in line.
  func leave() {
    let next = state.withLock { state -> Waiting? in
      if state.line.isEmpty {
        state.free += 1
        return nil
      }
      return state.line.removeFirst()
    }
    next?.continuation.resume()
  }

  private func giveUp(_ ticket: UInt64) {
    let late = state.withLock { state -> Waiting? in
      guard let position = state.line.firstIndex(where: { $0.ticket == ticket }) else { return nil }
      return state.line.remove(at: position)
    }
    late?.continuation.resume(throwing: StorageError.busy(retryAfter: .seconds(1)))
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
  var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
