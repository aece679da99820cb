import Dispatch

/// A connection with its own serial queue: libpq waits there and never on one of Swift's cooperative threads.
///
/// `@unchecked Sendable`: the session is touched on the queue and nowhere else.
final class PostgresConnection: @unchecked Sendable {
  private let url: String
  private let limits: PostgresLimits
  private let queue = DispatchQueue(label: "legalaid.postgres")
  private var session: PostgresSession?

  init(url: String, limits: PostgresLimits) {
    self.url = url
    self.limits = limits
  }

  /// Connects when that is still to be done, and says whether the connection can be used again.
  func perform<T: Sendable>(_ body: @Sendable @escaping (PostgresSession) throws -> T) async -> Answer<T> {
    await onQueue {
      let result = Result {
        let session = try self.session ?? PostgresSession(url: self.url, limits: self.limits)
        self.session = session
        return try body(session)
      }
      return Answer(result: result, isUsable: self.session?.isIdle ?? false)
    }
  }

  struct Answer<T: Sendable>: Sendable {
    let result: Result<T, any Error>
    let isUsable: Bool
  }

  func close() async { await onQueue { self.session = nil } }

  private func onQueue<T: Sendable>(_ body: @Sendable @escaping () -> T) async -> T {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }
}
