import Foundation
import Storage
import WorkCalendar

/// 后台任务 · Job: work outside a transaction, enqueued in one and run after commit; its key is carried by outside
/// effects, so running it twice changes nothing.
package struct JobHandler: Sendable {
  package let kind: String
  package let run: @Sendable (JobRun) async throws -> Void

  package init(_ kind: String, run: @escaping @Sendable (JobRun) async throws -> Void) {
    self.kind = kind
    self.run = run
  }
}

package struct JobRun: Sendable {
  package let id: JobID
  package let county: CountyID
  package let key: String
  package let payload: [String: String]
  package let runner: ActionRunner
}

/// 任务执行 · Job runner: takes what is due, runs it, retries with back-off, and leaves what fails for good where the
/// administrator sees it.
package actor JobRunner {
  package static let maxAttempts = 8
  /// How many jobs run at once: for each core one that draws and one that waits for the disk, and no more than leave the
  /// pages their connections.
  private static let width = min(8, 2 * ProcessInfo.processInfo.activeProcessorCount)
  /// In milliseconds.
  private static let waitsForMachine: Int64 = 10_000
  private let runner: ActionRunner
  private let handlers: [String: JobHandler]

  package init(_ runner: ActionRunner, _ handlers: [JobHandler]) {
    self.runner = runner
    self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Runs everything due until nothing is left; answers how many jobs finished. What another server is running is waited for.
  @discardableResult
  package func drain() async throws -> Int {
    var finished = 0
    while true {
      let batch = try await due()
      if batch.isEmpty { return finished }
      let ends = try await withThrowingTaskGroup(of: End.self) { group in
        var ends: [End] = []
        for (index, job) in batch.enumerated() {
          if index >= Self.width, let end = try await group.next() { ends.append(end) }
          group.addTask { try await self.take(job) }
        }
        for try await end in group { ends.append(end) }
        return ends
      }
      finished += ends.count { $0 == .done }
      if ends.allSatisfy({ $0 == .elsewhere }) { try await Task.sleep(for: .milliseconds(100)) }
    }
  }

  private enum End { case done, failed, elsewhere }

  /// Runs a job that no other server is running, or has run meanwhile.
  private func take(_ row: Row) async throws -> End {
    let (id, attempts): (JobID, Int) = (try row.get("id"), try row.get("attempts"))
    let database = runner.services.database
    let end = try await database.alone(id.uuid) { () -> End in
      let isWaiting = try await database.read {
        try $0.row("SELECT 1 AS one FROM job WHERE id = \(id) AND state = 'queued' AND attempts = \(attempts)")
          != nil
      }
      guard isWaiting else { return .elsewhere }
      return try await self.finish(row) ? .done : .failed
    }
    return end ?? .elsewhere
  }

  private func due() async throws -> [Row] {
    let now = runner.services.clock.now()
    return try await runner.services.database.read { reader in
      try reader.rows(
        """
        SELECT id, county, kind, job_key, payload, attempts FROM job
        WHERE state = 'queued' AND run_after <= \(now.milliseconds) ORDER BY run_after, id LIMIT 50
        """)
    }
  }

  private func finish(_ row: Row) async throws -> Bool {
    let (id, county): (JobID, CountyID) = (try row.get("id"), try row.get("county"))
    let (kind, key): (String, String) = (try row.get("kind"), try row.get("job_key"))
    let attempts: Int = try row.get("attempts")
    do {
      guard let handler = handlers[kind] else {
        throw StorageError.other(code: "job", message: "no handler: \(kind)")
      }
      let payload: String = try row.get("payload")
      try await handler.run(
        JobRun(
          id: id, county: county, key: key,
          payload: try JSONDecoder().decode([String: String].self, from: Data(payload.utf8)), runner: runner))
      try await mark(id, county, "done", attempts: (attempts, attempts + 1), error: nil, retryAt: nil)
      return true
    } catch {
      let isTry = !Self.isOfTheMachine(error)
      let tries = isTry ? attempts + 1 : attempts
      let pause = isTry ? Int64(1000) << min(attempts, 12) : Self.waitsForMachine
      try await mark(
        id, county, tries >= Self.maxAttempts ? "dead" : "queued", attempts: (attempts, tries),
        error: String(describing: error), retryAt: runner.services.clock.now().adding(milliseconds: pause))
      return false
    }
  }

  /// A disk that is full, a database that is away, a clock that is wrong: waited for, however long.
  private static func isOfTheMachine(_ error: any Error) -> Bool {
    StorageError(ofDisk: error)?.passes == true || (error as? Refusal)?.key == Refusal.clockBehindKey
  }

  /// Unless the job was queued again while it ran: then it begins anew.
  private func mark(
    _ id: JobID, _ county: CountyID, _ state: String, attempts: (was: Int, now: Int), error: String?,
    retryAt: Instant?
  ) async throws {
    _ = try await runner.services.database.write(serial: county.uuid) { tx in
      try tx.run(
        """
        UPDATE job SET state = \(state), attempts = \(attempts.now), last_error = \(error),
          run_after = COALESCE(\(retryAt), run_after) WHERE id = \(id) AND attempts = \(attempts.was)
        """)
    }
  }
}
