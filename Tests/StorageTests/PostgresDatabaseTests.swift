import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("PostgreSQL", .timeLimit(.minutes(2)))
struct PostgresDatabaseTests {
  private final class Attempts: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock {
        $0 += 1; return $0
      }
    }
    var made: Int { count.withLock { $0 } }
  }

  @Test("A connection lost before COMMIT: the body runs again on another")
  func lostBefore() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(url: url)
      let attempts = Attempts()
      try await database.prepare { ["CREATE TABLE note (n \($0.integer))"] }
      try await database.write(serial: UUIDv7()) { tx in
        try tx.run("INSERT INTO note VALUES (1)")
        if attempts.next() == 1 { _ = try? tx.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
      }
      #expect(attempts.made == 2)
      #expect(try await database.read { try $0.value("SELECT count(*) FROM note", as: Int.self) } == 1)
      await database.close()
    }
  }

  @Test("A connection lost during COMMIT is in doubt, and is not run again")
  func lostDuring() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(url: url)
      let attempts = Attempts()
      try await database.prepare { _ in
        [
          "CREATE TABLE note (n bigint)",
          """
          CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
          """,
          """
          CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION hang_up()
          """,
        ]
      }
      await #expect(throws: StorageError.inDoubt) {
        try await database.write(serial: UUIDv7()) { tx in
          _ = attempts.next()
          try tx.run("INSERT INTO note VALUES (1)")
        }
      }
      #expect(attempts.made == 1)
      #expect(try await database.read { try $0.value("SELECT 1", as: Int.self) } == 1)
      await database.close()
    }
  }

  @Test("Two processes: the writers of one county are serial there too")
  func twoProcesses() async throws {
    try await PostgresServer.withSchema { url in
      let databases = [PostgresDatabase(url: url), PostgresDatabase(url: url)]
      let attempts = Attempts()
      let county = UUIDv7()
      try await databases[0].prepare { ["CREATE TABLE note (n \($0.integer))", "INSERT INTO note VALUES (0)"] }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for turn in 0..<16 {
          group.addTask {
            try await databases[turn % 2].write(serial: county) { tx in
              _ = attempts.next()
              let n = try tx.value("SELECT n FROM note", as: Int.self) ?? 0
              try tx.run("UPDATE note SET n = \(n + 1)")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await databases[0].read { try $0.value("SELECT n FROM note", as: Int.self) } == 16)
      #expect(attempts.made == 16)
      for database in databases { await database.close() }
    }
  }

  @Test("Who waits too long for a connection is told to come back; then the place is free again")
  func busy() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(url: url, limits: PostgresLimits(connections: 1, wait: .milliseconds(50)))
      let isReading = AsyncStream<Void>.makeStream()
      let mayEnd = DispatchSemaphore(value: 0)
      async let reading: Void = database.read { _ in
        isReading.continuation.finish()
        mayEnd.wait()
      }
      for await _ in isReading.stream {}
      await #expect(throws: StorageError.busy(retryAfter: .seconds(1))) {
        try await database.read { _ = try $0.rows("SELECT 1") }
      }
      mayEnd.signal()
      try await reading
      try await database.read { _ = try $0.rows("SELECT 1") }
      await database.close()
    }
  }

  @Test("What may only be read, for want of a right or of a disk that can be written, is said to be so")
  func mayNotWrite() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(url: url)
      try await database.prepare { ["CREATE TABLE note (n \($0.integer))"] }
      let reader = "reader_" + UUIDv7().description.replacing("-", with: "")
      for statement in ["SET LOCAL ROLE \(reader)", "SET LOCAL transaction_read_only = on"] {
        await #expect(throws: StorageError.readOnly, "\(statement)") {
          try await database.write(serial: nil) { tx in
            let schema = try tx.value("SELECT current_schema()", as: String.self) ?? ""
            try tx.run("CREATE ROLE \(raw: reader)")
            try tx.run("GRANT USAGE ON SCHEMA \(raw: schema) TO \(raw: reader)")
            try tx.run(SQL(unchecked: statement))
            try tx.run("INSERT INTO note VALUES (1)")
          }
        }
      }
      #expect(try await database.read { try $0.value("SELECT count(*) FROM note", as: Int.self) } == 0)
      await database.close()
    }
  }

  @Test("A table that has grown much is looked at, so that the way of a query is well chosen at once")
  func statistics() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(url: url)
      try await database.prepare { ["CREATE TABLE note (n \($0.integer))", "CREATE TABLE few (n \($0.integer))"] }
      try await database.write(serial: nil) { tx in
        try tx.run("INSERT INTO note SELECT * FROM generate_series(1, 2000)")
        try tx.run("INSERT INTO few VALUES (1)")
        _ = try tx.rows("SELECT pg_stat_force_next_flush()")
      }
      try await database.refreshStatistics()
      let known = try await database.read { tx in
        try tx.rows(
          """
          SELECT reltuples::bigint AS rows FROM pg_class
          WHERE relname IN ('note', 'few') AND relnamespace = current_schema()::regnamespace ORDER BY relname
          """
        ).map { try $0.get("rows", as: Int.self) }
      }
      #expect(known == [-1, 2000])
      await database.close()
    }
  }

  @Test("A test's server starts, and its starter ends, though the tests have hundreds of files open")
  func manyFiles() throws {
    let files = try (0..<400).map { _ in try #require(FileHandle(forReadingAtPath: "/dev/null")) }
    let folder = PostgresServer.freshFolder()
    #expect(try PostgresServer.start(in: folder).hasPrefix("postgresql://"))
    try PostgresServer.tell("stop", folder)
    #expect(files.count == 400)
  }

  @Test("More statements than a session keeps, and one that takes too long")
  func sessions() async throws {
    try await PostgresServer.withSchema { url in
      let database = PostgresDatabase(
        url: url, limits: PostgresLimits(connections: 1, statement: .milliseconds(500)))
      try await database.read { tx in
        for count in 1...600 {
          let found = try tx.rows("SELECT 1 AS n WHERE 1 IN \(list: Array(1...count))")
          #expect(found.count == 1)
        }
      }
      await #expect(throws: StorageError.busy(retryAfter: .seconds(1))) {
        try await database.read { _ = try $0.rows("SELECT pg_sleep(5)") }
      }
      try await database.check()
      await database.close()
    }
  }
}
