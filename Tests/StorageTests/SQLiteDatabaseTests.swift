import Foundation
import Testing

@testable import Storage

@Suite("SQLite")
struct SQLiteDatabaseTests {
  @Test("A commit is truly on the disk, and the house's settings hold on the writer")
  func settings() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(path: folder + "/test.sqlite")
      let settings = try await database.write(serial: nil) { tx in
        try ["synchronous", "foreign_keys", "recursive_triggers", "busy_timeout"].map {
          try tx.value("PRAGMA \(raw: $0)", as: Int.self)
        }
      }
      #expect(settings == [2, 1, 1, 5000])
      #expect(try await database.read { try $0.value("PRAGMA journal_mode", as: String.self) } == "wal")
      await database.close()
    }
  }

  @Test("Statistics tell the engine how its tables have grown, to readers that were open before too")
  func statistics() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(path: folder + "/test.sqlite")
      _ = try await database.write(serial: nil) { tx in
        try tx.run("CREATE TABLE t (county INTEGER NOT NULL, name TEXT NOT NULL) STRICT")
        try tx.run("CREATE INDEX t_by_county ON t (county, name)")
        for number in 0..<300 { try tx.run("INSERT INTO t (county, name) VALUES (1, \("n\(number)"))") }
      }
      #expect(try await database.read { try $0.rows("SELECT name FROM t WHERE county = 1").count } == 300)
      try await database.refreshStatistics()
      let known = try await database.read { try $0.value("SELECT stat FROM sqlite_stat1", as: String.self) }
      #expect(known?.hasPrefix("300 ") == true)
      await database.close()
    }
  }

  @Test("A floating-point number is refused, for PostgreSQL would not give the same")
  func real() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(path: folder + "/test.sqlite")
      await #expect(throws: StorageError.self) { try await database.read { _ = try $0.rows("SELECT 0.5 AS half") } }
      await database.close()
    }
  }

  @Test("An address opens what it names, or says what is wrong")
  func open() async throws {
    try await withFolder { folder in
      let path = folder + "/new.sqlite"
      await #expect(throws: StorageError.unavailable("no database at \(path)")) {
        try await openDatabase(url: "sqlite:\(path)", create: false)
      }
      try await openDatabase(url: "sqlite:\(path)").close()
      try await openDatabase(url: "sqlite:\(path)", create: false).close()
      for url in ["sqlite:", "mysql://x", "sqlite:\(folder)/none/x.sqlite", "postgresql://127.0.0.1:1/none"] {
        await #expect { try await openDatabase(url: url) } throws: { error in
          if case .unavailable = error as? StorageError { true } else { false }
        }
      }
      try Data("this is no database, however long it may be: \(String(repeating: "x", count: 2000))".utf8)
        .write(to: URL(filePath: folder + "/other.sqlite"))
      await #expect(throws: StorageError.self) { try await openDatabase(url: "sqlite:\(folder)/other.sqlite") }
    }
  }
}
