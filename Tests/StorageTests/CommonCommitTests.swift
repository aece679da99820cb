import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// 合并提交 · Writes of one county that wait share a transaction, and stay as separate as if they had not.
@Suite("Common commit", .timeLimit(.minutes(2)))
struct CommonCommitTests {
  private struct Stop: Error {}
  private typealias Body = @Sendable (any Writer) throws -> Void

  private static func withNotes(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
    try await engine.withDatabase { db in
      try await prepare(db)
      try await body(db)
    }
  }

  private static func prepare(_ db: any Database) async throws {
    try await db.prepare {
      [
        "CREATE TABLE note (n \($0.integer) NOT NULL PRIMARY KEY) \($0.tableSuffix)",
        """
        CREATE TABLE answer (n \($0.integer) NOT NULL REFERENCES note (n) DEFERRABLE INITIALLY DEFERRED)
        \($0.tableSuffix)
        """,
      ]
    }
  }

  private static func notes(_ db: any Database) async throws -> [Int] {
    try await db.read { try $0.rows("SELECT n FROM note ORDER BY n").map { try $0.get("n") } }
  }

  private static func insert(_ n: Int) -> Body { { try $0.run("INSERT INTO note VALUES (\(n))") } }

  /// What became of each, `kept` or its error: they stand in line, in this order, behind a write that ends only then.
  private static func together(_ db: any Database, _ bodies: [Body]) async throws -> [String] {
    let county = UUIDv7()
    let isWriting = AsyncStream<Void>.makeStream()
    let mayEnd = DispatchSemaphore(value: 0)
    let first = Task {
      try await db.write(serial: county) { _ in
        isWriting.continuation.finish()
        mayEnd.wait()
      }
    }
    for await _ in isWriting.stream {}
    return try await withThrowingTaskGroup { group in
      for (index, body) in bodies.enumerated() {
        group.addTask {
          do {
            try await db.write(serial: county, body)
            return (index, "kept")
          } catch {
            return (index, "\(error)")
          }
        }
        while db.load.waiting <= index { await Task.yield() }
      }
      mayEnd.signal()
      try await first.value
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  private static let repeated = "\(StorageError.uniqueViolation(table: "note", columns: ["n"]))"

  @Test(
    "Who waits is committed together: before the last is done, nobody sees the first", arguments: Engine.allCases)
  func oneCommit(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let isSecond = AsyncStream<Void>.makeStream()
      let mayEnd = DispatchSemaphore(value: 0)
      let second: Body = { tx in
        try tx.run("INSERT INTO note VALUES (2)")
        isSecond.continuation.finish()
        mayEnd.wait()
      }
      async let results = Self.together(db, [Self.insert(1), second, Self.insert(3)])
      for await _ in isSecond.stream {}
      let seen = try await Self.notes(db)
      #expect(seen == [])
      mayEnd.signal()
      #expect(try await results == ["kept", "kept", "kept"])
      #expect(try await Self.notes(db) == [1, 2, 3])
    }
  }

  @Test("One that fails leaves nothing and hinders nobody", arguments: Engine.allCases)
  func oneFails(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let results = try await Self.together(
        db,
        [
          Self.insert(1),
          { tx in
            try tx.run("INSERT INTO note VALUES (2)")
            throw Stop()
          },
          Self.insert(1),
          { tx in
            try tx.run("INSERT INTO note VALUES (4)")
            _ = try? tx.run("INSERT INTO note VALUES (1)")
          },
          Self.insert(5),
        ])
      #expect(results == ["kept", "Stop()", Self.repeated, Self.repeated, "kept"])
      #expect(try await Self.notes(db) == [1, 5])
    }
  }

  @Test("Where all fail nothing is left, and the line goes on", arguments: Engine.allCases)
  func allFail(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let stop: Body = { _ in throw Stop() }
      let both = try await Self.together(db, [stop, stop])
      #expect(both == ["Stop()", "Stop()"])
      let next = try await Self.together(db, [stop, Self.insert(1)])
      #expect(next == ["Stop()", "kept"])
      #expect(try await Self.notes(db) == [1])
    }
  }

  @Test("What fails only at the commit is found by committing each alone", arguments: Engine.allCases)
  func commitFails(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let dangling: Body = { try $0.run("INSERT INTO answer VALUES (9)") }
      let results = try await Self.together(db, [Self.insert(1), dangling, Self.insert(3)])
      #expect(results == ["kept", "\(StorageError.foreignKey)", "kept"])
      #expect(try await Self.notes(db) == [1, 3])
    }
  }

  @Test("More than fit into one transaction: all are kept", arguments: Engine.allCases)
  func many(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let results = try await Self.together(db, (1...50).map(Self.insert))
      #expect(Set(results) == ["kept"])
      #expect(try await Self.notes(db) == Array(1...50))
    }
  }

  @Test("SQLite gives up the whole transaction: the others are kept nevertheless")
  func sqliteRollsBack() async throws {
    try await Self.withNotes(.sqlite) { db in
      let spoiling: Body = { try $0.run("INSERT OR ROLLBACK INTO note VALUES (1)") }
      let results = try await Self.together(db, [Self.insert(1), spoiling, Self.insert(3)])
      #expect(results == ["kept", Self.repeated, "kept"])
      #expect(try await Self.notes(db) == [1, 3])
    }
  }

  @Test("A connection lost before the common COMMIT: all run again; during it: all are in doubt")
  func connectionLost() async throws {
    try await Self.withNotes(.postgres) { db in
      let runs = Mutex(0)
      let hangUp: Body = { tx in
        let isFirst = runs.withLock {
          $0 += 1; return $0 == 1
        }
        if isFirst { _ = try? tx.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
      }
      let results = try await Self.together(db, [Self.insert(1), hangUp, Self.insert(3)])
      #expect(results == ["kept", "kept", "kept"])
      #expect(runs.withLock(\.self) == 2)
      #expect(try await Self.notes(db) == [1, 3])

      try await db.prepare { _ in
        [
          """
          CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
          """,
          """
          CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON answer DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION hang_up()
          """,
        ]
      }
      let answer: Body = { try $0.run("INSERT INTO answer VALUES (1)") }
      let doubtful = try await Self.together(db, [Self.insert(4), answer])
      #expect(doubtful == ["\(StorageError.inDoubt)", "\(StorageError.inDoubt)"])
    }
  }

  @Test("Who stands in line too long is told to come back, and nothing is done for him")
  func tooLong() async throws {
    try await PostgresServer.withSchema { url in
      let db = PostgresDatabase(url: url, limits: PostgresLimits(wait: .milliseconds(50)))
      try await Self.prepare(db)
      let county = UUIDv7()
      let isWriting = AsyncStream<Void>.makeStream()
      let mayEnd = DispatchSemaphore(value: 0)
      async let first: Void = db.write(serial: county) { tx in
        isWriting.continuation.finish()
        mayEnd.wait()
      }
      for await _ in isWriting.stream {}
      await #expect(throws: StorageError.busy(retryAfter: .seconds(1))) {
        try await db.write(serial: county, Self.insert(1))
      }
      mayEnd.signal()
      try await first
      try await db.write(serial: county, Self.insert(2))
      #expect(try await Self.notes(db) == [2])
      await db.close()
    }
  }
}
