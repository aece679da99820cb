import Foundation

/// 迁移器 · Migrator: brings a database to the schema that this program was written for.
///
/// Each migration is one transaction under one lock, so several servers may start at once.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  package init(_ migrations: [Migration]) { self.migrations = migrations }

  /// Applies what is missing, in the given order, and answers which those were.
  ///
  /// Refuses a database that holds a migration this program does not know: it was written by a newer one.
  /// - Parameter now: milliseconds since 1970 (UTC), kept beside each migration.
  @discardableResult
  package func migrate(_ database: any Database, now: Int64 = Int64(Date().timeIntervalSince1970 * 1000))
    async throws -> [String]
  {
    try checkIDs()
    try await database.write(serial: Self.lock) { tx in
      try tx.run(
        SQL(
          unchecked: """
            CREATE TABLE IF NOT EXISTS schema_migration (
              id \(tx.dialect.text) PRIMARY KEY NOT NULL, applied_at \(tx.dialect.integer) NOT NULL
            ) \(tx.dialect.tableSuffix)
            """))
      try checkKnown(in: tx)
    }
    var applied: [String] = []
    for migration in migrations where try await apply(migration, to: database, now: now) {
      applied.append(migration.id)
    }
    return applied
  }

  /// The migrations that `migrate` would apply; it refuses what that refuses.
  package func pending(in database: any Database) async throws -> [String] {
    try await database.read { tx in
      try checkKnown(in: tx)
      let done = Set(try tx.rows("SELECT id FROM schema_migration").map { try $0.get("id", as: String.self) })
      return migrations.map(\.id).filter { !done.contains($0) }
    }
  }

  private func apply(_ migration: Migration, to database: any Database, now: Int64) async throws -> Bool {
    try await database.write(serial: Self.lock) { tx in
      guard try tx.row("SELECT id FROM schema_migration WHERE id = \(migration.id)") == nil else { return false }
      for statement in tx.dialect.beforeMigration + migration.statements(tx.dialect) {
        try tx.run(SQL(unchecked: statement))
      }
      try tx.run("INSERT INTO schema_migration (id, applied_at) VALUES (\(migration.id), \(now))")
      return true
    }
  }

  private func checkIDs() throws {
    let repeated = Dictionary(grouping: migrations, by: \.id).filter { $1.count > 1 }.keys.sorted()
    if !repeated.isEmpty { throw Problem.repeated(repeated) }
  }

  private func checkKnown(in tx: any Reader) throws {
    let unknown = try tx.rows("SELECT id FROM schema_migration").map { try $0.get("id", as: String.self) }
      .filter { id in !migrations.contains { $0.id == id } }
    if !unknown.isEmpty { throw Problem.newerDatabase(unknown.sorted()) }
  }

  package enum Problem: Error, Hashable {
    case repeated([String])
    case newerDatabase([String])
  }

  /// The table of what was applied; the migrator alone writes it.
  static let table = "schema_migration"

  /// The key under which migrations are serial: a fixed identifier that no county can have.
  private static let lock = UUIDv7("00000000-0000-7000-8000-000000000001")
}
