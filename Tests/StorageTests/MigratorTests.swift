import Storage
import Testing

@Suite("Migrations", .timeLimit(.minutes(2)))
struct MigratorTests {
  private static let first = Migration(id: "thing.001") { d in
    ["CREATE TABLE thing (\(d.id("id")) PRIMARY KEY) \(d.tableSuffix)"]
  }
  private static let second = Migration(id: "thing.002") { d in ["ALTER TABLE thing ADD COLUMN name \(d.text)"] }
  private static let broken = Migration(id: "thing.003") { d in
    [
      "CREATE TABLE other (n \(d.integer)) \(d.tableSuffix)",
      "CREATE TABLE thing (n \(d.integer)) \(d.tableSuffix)",
    ]
  }

  @Test("What is missing is applied once", arguments: Engine.allCases)
  func twice(engine: Engine) async throws {
    try await engine.withDatabase { db in
      #expect(try await Migrator([Self.first]).migrate(db, now: 1) == ["thing.001"])
      let both = Migrator([Self.first, Self.second])
      #expect(try await both.pending(in: db) == ["thing.002"])
      #expect(try await both.migrate(db, now: 2) == ["thing.002"])
      #expect(try await both.migrate(db, now: 3) == [])
      let times = try await db.read {
        try $0.rows("SELECT applied_at FROM schema_migration ORDER BY id").map {
          try $0.get("applied_at", as: Int.self)
        }
      }
      #expect(times == [1, 2])
    }
  }

  @Test("Several servers may start at once", arguments: Engine.allCases)
  func together(engine: Engine) async throws {
    try await engine.withDatabase { db in
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 { group.addTask { try await Migrator([Self.first, Self.second]).migrate(db) } }
        return try await group.reduce([]) { $0 + $1 }
      }
      #expect(applied.sorted() == ["thing.001", "thing.002"])
    }
  }

  @Test("One that fails leaves nothing of itself", arguments: Engine.allCases)
  func broken(engine: Engine) async throws {
    try await engine.withDatabase { db in
      let all = Migrator([Self.first, Self.broken])
      await #expect(throws: StorageError.self) { try await all.migrate(db) }
      let pending = try await all.pending(in: db)
      #expect(pending == ["thing.003"])
      await #expect(throws: StorageError.self) { try await db.read { _ = try $0.rows("SELECT n FROM other") } }
    }
  }

  @Test("The database of a newer program is refused, and so is an id given twice", arguments: Engine.allCases)
  func newer(engine: Engine) async throws {
    try await engine.withDatabase { db in
      try await Migrator([Self.first, Self.second]).migrate(db)
      await #expect(throws: Migrator.Problem.newerDatabase(["thing.002"])) {
        try await Migrator([Self.first]).migrate(db)
      }
      await #expect(throws: Migrator.Problem.repeated(["thing.001"])) {
        try await Migrator([Self.first, Self.first]).migrate(db)
      }
    }
  }
}
