import Dispatch
import Synchronization

/// 合并提交 · Write line: writes that may not run beside each other wait here, and those that came while another committed
/// go into the next transaction together, each in a savepoint of its own. One that fails leaves nothing and hinders
/// nobody; nobody is told anything before the commit.
final class WriteLine: Sendable {
  /// Runs them in one transaction. Throws where nothing of it was committed, or where nobody knows (`inDoubt`).
  typealias Commit = @Sendable ([any WaitingWrite]) async throws -> Void

  private struct State {
    var line: [any WaitingWrite] = []
    var isCommitting = false
  }

  private let state = Mutex(State())
  private let wait: Duration
  private let commit: Commit

  /// - Parameter wait: nobody stands in line longer: busy.
  init(wait: Duration, _ commit: @escaping Commit) {
    self.wait = wait
    self.commit = commit
  }

  /// The first of a transaction is told as late as the last, so there is a bound.
  private static let mostTogether = 16

  var load: DatabaseLoad {
    state.withLock { DatabaseLoad(running: $0.isCommitting ? 1 : 0, waiting: $0.line.count) }
  }

  func write<T: Sendable>(_ body: @Sendable @escaping (any Writer) throws -> T) async throws -> T {
    let meter = QueryMeter.current
    return try await withCheckedThrowingContinuation { continuation in
      let write = Write(body, meter, continuation)
      let isFirst = state.withLock { state in
        state.line.append(write)
        defer { state.isCommitting = true }
        return !state.isCommitting
      }
      // Not in the caller's task: who is cancelled still has to be told what became of his write.
      if isFirst { return _ = Task.detached { await self.commitAll() } }
      DispatchQueue.global().asyncAfter(deadline: .now() + wait.seconds) { [weak write] in
        if let write { self.giveUp(write) }
      }
    }
  }

  private func commitAll() async {
    while let next = takeNext() { await settle(next) }
  }

  private func takeNext() -> [any WaitingWrite]? {
    state.withLock { state in
      if state.line.isEmpty {
        state.isCommitting = false
        return nil
      }
      let next = state.line.prefix(Self.mostTogether)
      state.line.removeFirst(next.count)
      return Array(next)
    }
  }

  /// What spoils a common transaction by its own fault is found by running each alone; what is the machine's fault would
  /// meet each of them again.
  private func settle(_ writes: [any WaitingWrite]) async {
    do {
      try await commit(writes)
      for write in writes { write.tell() }
    } catch  where writes.count > 1 && (error as? StorageError)?.passes != true {
      for write in writes { await settle([write]) }
    } catch {
      for write in writes { write.tell(error) }
    }
  }

  private func giveUp(_ write: any WaitingWrite) {
    let late = state.withLock { state -> (any WaitingWrite)? in
      guard let position = state.line.firstIndex(where: { $0 === write }) else { return nil }
      return state.line.remove(at: position)
    }
    late?.tell(StorageError.busy(retryAfter: .seconds(1)))
  }

  private final class Write<T: Sendable>: WaitingWrite {
    let meter: QueryMeter?
    private let body: @Sendable (any Writer) throws -> T
    private let continuation: CheckedContinuation<T, any Error>
    private let result = Mutex<Result<T, any Error>>(.failure(StorageError.readOnly))

    init(
      _ body: @Sendable @escaping (any Writer) throws -> T, _ meter: QueryMeter?,
      _ continuation: CheckedContinuation<T, any Error>
    ) {
      (self.body, self.meter, self.continuation) = (body, meter, continuation)
    }

    func perform(_ tx: any Writer) throws {
      let value = try body(tx)
      result.withLock { $0 = .success(value) }
    }

    func fail(_ error: any Error) { result.withLock { $0 = .failure(error) } }

    func tell() { continuation.resume(with: result.withLock(\.self)) }

    func tell(_ error: any Error) { continuation.resume(throwing: error) }
  }
}

/// One write in line.
protocol WaitingWrite: AnyObject, Sendable {
  var meter: QueryMeter? { get }
  /// Runs the body and keeps its result until it may be told.
  func perform(_ tx: any Writer) throws
  /// Keeps that the body failed.
  func fail(_ error: any Error)
  /// Tells what is kept.
  func tell()
  /// Tells that the transaction failed, whatever the body came to.
  func tell(_ error: any Error)
}

/// What the two engines' transactions have in common beyond `Writer`.
protocol EngineTransaction: Writer {
  /// The body's result, unless it swallowed the error of a statement.
  func finish<T>(_ body: (Self) throws -> T) throws -> T
  /// The transaction as a whole is gone, and with it what others did in it.
  var isGone: Bool { get }
}

extension EngineTransaction {
  /// Whether the write left something to commit. Throws where it took the whole transaction with it.
  func attempt(_ write: any WaitingWrite, isAlone: Bool) throws -> Bool {
    do {
      if isAlone { try finish { try write.perform($0) } } else { try savepoint { try write.perform(self) } }
      return true
    } catch {
      write.fail(error)
      if isGone { throw error }
      return false
    }
  }
}
