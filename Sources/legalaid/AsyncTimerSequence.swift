/// A tick every so often, until nobody listens.
enum AsyncTimerSequence {
  static func every(milliseconds: Int) -> AsyncStream<Void> {
    AsyncStream { continuation in
      let task = Task {
        while !Task.isCancelled {
          continuation.yield()
          try? await Task.sleep(for: .milliseconds(milliseconds))
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
