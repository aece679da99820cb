import Dispatch

/// Runs what waits for a disk on a thread of its own, away from Swift's cooperative ones.
func offload<T: Sendable>(_ body: @Sendable @escaping () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
  }
}
