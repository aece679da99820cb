import Storage
import Testing

@Suite("Constraints", .timeLimit(.minutes(2)))
struct ConstraintTests {
  private static func withTables(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
    try await engine.withDatabase { db in
      try await db.prepare { d in
        [
          "CREATE TABLE county (\(d.id("id")) PRIMARY KEY) \(d.tableSuffix)",
          """
          CREATE TABLE series (\(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, year \(d.integer) NOT NULL,
            CONSTRAINT series_year CHECK (year > 2000), PRIMARY KEY (county, kind)) \(d.tableSuffix)
          """,
          "CREATE TABLE event (n \(d.integer) NOT NULL UNIQUE, text \(d.text) NOT NULL) \(d.tableSuffix)",
        ] + d.forbidChange(table: "event")
      }
      try await body(db)
    }
  }

  private static func error(_ db: any Database, _ statement: SQL) async -> StorageError? {
    do {
      try await db.write(serial: nil) { _ = try $0.run(statement) }
      return nil
    } catch { return error as? StorageError }
  }

  @Test("What the schema refuses is said in the same words", arguments: Engine.allCases)
  func words(engine: Engine) async throws {
    try await Self.withTables(engine) { db in
      let county = UUIDv7()
      try await db.write(serial: nil) { tx in
        try tx.run("INSERT INTO county VALUES (\(county))")
        try tx.run("INSERT INTO series VALUES (\(county), 'a', 2016)")
      }
      #expect(
        await Self.error(db, "INSERT INTO series VALUES (\(county), 'a', 2017)")
          == .uniqueViolation(table: "series", columns: ["county", "kind"]))
      #expect(await Self.error(db, "INSERT INTO series VALUES (\(UUIDv7()), 'a', 2017)") == .foreignKey)
      for broken: SQL in [
        "INSERT INTO series VALUES (\(county), 'b', 1999)",
        "INSERT INTO series VALUES (\(county), \(nil as String?), 2016)",
      ] {
        guard case .constraint = await Self.error(db, broken) else {
          Issue.record("\(broken) was not refused as a constraint")
          continue
        }
      }
      guard case .other = await Self.error(db, "SELEKT") else {
        Issue.record("nonsense was understood")
        return
      }
    }
  }

  @Test("An append-only table takes rows and gives none up", arguments: Engine.allCases)
  func appendOnly(engine: Engine) async throws {
    try await Self.withTables(engine) { db in
      #expect(await Self.error(db, "INSERT INTO event VALUES (1, 'a')") == nil)
      var attempts: [SQL] = [
        "UPDATE event SET text = 'b'", "DELETE FROM event", "DELETE FROM event WHERE n = 1",
        "INSERT INTO event VALUES (1, 'b') ON CONFLICT (n) DO UPDATE SET text = 'b'",
      ]
      attempts.append(engine == .sqlite ? "INSERT OR REPLACE INTO event VALUES (1, 'b')" : "TRUNCATE event")
      for attempt in attempts {
        #expect(await Self.error(db, attempt) == .appendOnly(table: "event"), "\(attempt)")
      }
      let text = try await db.read { try $0.value("SELECT text FROM event", as: String.self) }
      #expect(text == "a")
    }
  }
}
