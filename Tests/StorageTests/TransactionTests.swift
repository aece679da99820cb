import Dispatch
import Storage
import Synchronization
import Testing

@Suite("Transactions", .timeLimit(.minutes(2)))
struct TransactionTests {
  private struct Stop: Error {}

  private static func withNotes(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
    try await engine.withDatabase { db in
      try await db.prepare {
        ["CREATE TABLE note (n \($0.integer) NOT NULL, UNIQUE (n), CHECK (n < 1000)) \($0.tableSuffix)"]
      }
      try await body(db)
    }
  }

  private static func notes(_ db: any Database) async throws -> [Int] {
    try await db.read { try $0.rows("SELECT n FROM note ORDER BY n").map { try $0.get("n") } }
  }

  @Test("What throws leaves nothing behind", arguments: Engine.allCases)
  func rollback(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      await #expect(throws: Stop.self) {
        try await db.write(serial: UUIDv7()) { tx in
          try tx.run("INSERT INTO note VALUES (1)")
          throw Stop()
        }
      }
      let notes = try await Self.notes(db)
      #expect(notes == [])
    }
  }

  @Test("A savepoint rolls back alone, also nested", arguments: Engine.allCases)
  func savepoint(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      try await db.write(serial: nil) { tx in
        try tx.run("INSERT INTO note VALUES (1)")
        let stopped = Result {
          try tx.savepoint {
            try tx.run("INSERT INTO note VALUES (2)")
            throw Stop()
          }
        }
        #expect(throws: Stop.self) { try stopped.get() }
        try tx.savepoint {
          try tx.run("INSERT INTO note VALUES (3)")
          let repeated = Result { try tx.savepoint { try tx.run("INSERT INTO note VALUES (3)") } }
          #expect(throws: StorageError.uniqueViolation(table: "note", columns: ["n"])) { try repeated.get() }
          try tx.run("INSERT INTO note VALUES (4)")
        }
      }
      #expect(try await Self.notes(db) == [1, 3, 4])
    }
  }

  @Test("An error that is swallowed outside a savepoint still spoils everything", arguments: Engine.allCases)
  func swallowed(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      await #expect(throws: StorageError.uniqueViolation(table: "note", columns: ["n"])) {
        try await db.write(serial: nil) { tx in
          try tx.run("INSERT INTO note VALUES (1)")
          _ = try? tx.run("INSERT INTO note VALUES (1)")
        }
      }
      #expect(try await Self.notes(db) == [])
      try await db.write(serial: nil) { _ = try $0.run("INSERT INTO note VALUES (1)") }
      #expect(try await Self.notes(db) == [1])
    }
  }

  @Test("A reader sees one moment", arguments: Engine.allCases)
  func snapshot(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      let isReading = AsyncStream<Void>.makeStream()
      let hasWritten = DispatchSemaphore(value: 0)
      async let counts = db.read { tx in
        let before = try tx.value("SELECT count(*) FROM note", as: Int.self)
        isReading.continuation.finish()
        hasWritten.wait()
        return [before, try tx.value("SELECT count(*) FROM note", as: Int.self)]
      }
      for await _ in isReading.stream {}
      try await db.write(serial: nil) { _ = try $0.run("INSERT INTO note VALUES (1)") }
      hasWritten.signal()
      #expect(try await counts == [0, 0])
      #expect(try await Self.notes(db) == [1])
    }
  }

  @Test("A reader cannot write", arguments: Engine.allCases)
  func readOnly(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      await #expect(throws: StorageError.readOnly) {
        try await db.read { _ = try $0.rows("INSERT INTO note VALUES (1) RETURNING n") }
      }
    }
  }

  @Test("Writers of one county are serial: no increment is lost, and none is run twice", arguments: Engine.allCases)
  func serialWriters(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      try await db.write(serial: nil) { _ = try $0.run("INSERT INTO note VALUES (0)") }
      let county = UUIDv7()
      let runs = Runs()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<16 {
          group.addTask {
            try await db.write(serial: county) { tx in
              runs.count.withLock { $0 += 1 }
              let n = try tx.value("SELECT n FROM note", as: Int.self) ?? 0
              try tx.run("UPDATE note SET n = \(n + 1)")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await Self.notes(db) == [16])
      #expect(runs.count.withLock { $0 } == 16)
    }
  }

  @Test("Without a county nothing is lost either: who loses is run again", arguments: Engine.allCases)
  func competingWriters(engine: Engine) async throws {
    try await Self.withNotes(engine) { db in
      try await db.write(serial: nil) { _ = try $0.run("INSERT INTO note VALUES (0)") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await db.write(serial: nil) { tx in
              let n = try tx.value("SELECT n FROM note", as: Int.self) ?? 0
              try tx.run("UPDATE note SET n = \(n + 1)")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await Self.notes(db) == [4])
    }
  }

  @Test("A closed database is unavailable", arguments: Engine.allCases)
  func closed(engine: Engine) async throws {
    try await engine.withDatabase { db in
      await db.close()
      await #expect { try await db.read { _ = try $0.rows("SELECT 1") } } throws: { error in
        if case .unavailable = error as? StorageError { true } else { false }
      }
    }
  }

  private final class Runs: Sendable {
    let count = Mutex(0)
  }
}
