import Foundation
import TestSupport
import Testing

@testable import Storage

/// Both real engines: every test of the interface runs on each.
enum Engine: CaseIterable, CustomTestStringConvertible {
  case sqlite, postgres

  var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }

  /// A database that is empty and the test's own, gone afterwards.
  func withDatabase(_ body: (any Database) async throws -> Void) async throws {
    switch self {
    case .sqlite:
      try await withFolder { folder in
        let database = try SQLiteDatabase(path: folder + "/test.sqlite")
        try await body(database)
        await database.close()
      }
    case .postgres:
      try await PostgresServer.withSchema { url in
        let database = PostgresDatabase(url: url)
        try await body(database)
        await database.close()
      }
    }
  }
}

func withFolder(_ body: (String) async throws -> Void) async throws {
  let folder = NSTemporaryDirectory() + "storage-" + UUIDv7().description
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await body(folder)
}

extension Database {
  /// Runs statements that need no values, each for the engine at hand.
  func prepare(_ statements: (Dialect) -> [String]) async throws {
    let statements = statements(dialect)
    try await write(serial: nil) { tx in
      for statement in statements { try tx.run(SQL(unchecked: statement)) }
    }
  }
}
