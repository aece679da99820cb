import Foundation
import GRDB

/// One transaction on a connection of SQLite.
final class SQLiteTransaction: EngineTransaction {
  let dialect = Dialect.sqlite
  private let db: GRDB.Database
  private let meter: QueryMeter?
  /// The first error outside a savepoint. PostgreSQL goes no further after one, so neither does this.
  private var failure: StorageError?

  init(_ db: GRDB.Database, _ meter: QueryMeter? = nil) {
    self.db = db
    self.meter = meter
  }

  /// SQLite itself rolls all of it back where it cannot go on: the disk is full, a page cannot be read.
  var isGone: Bool { !db.isInsideTransaction }

  func finish<T>(_ body: (SQLiteTransaction) throws -> T) throws -> T {
    let result = try body(self)
    if let failure { throw failure }
    return result
  }

  func rows(_ sql: SQL) throws -> [Row] {
    try perform(sql) { text, arguments in
      let statement = try db.cachedStatement(sql: text)
      let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      var rows: [Row] = []
      var columns: Row.Columns?
      while try cursor.next() != nil { rows.append(try SQLiteRow.read(statement, &columns)) }
      return rows
    }
  }

  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    // A statement of its own: the body may run the same text again.
    let (statement, cursor) = try perform(sql) { text, arguments in
      let statement = try db.makeStatement(sql: text)
      return (statement, try GRDB.Row.fetchCursor(statement, arguments: arguments))
    }
    var columns: Row.Columns?
    while let row = try guarded({ try cursor.next().map { _ in try SQLiteRow.read(statement, &columns) } }) {
      try body(row)
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try perform(sql) { text, arguments in
      try db.cachedStatement(sql: text).execute(arguments: arguments)
      return db.changesCount
    }
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    var result: Result<T, any Error>?
    try guarded {
      try db.inSavepoint {
        result = Result {
          let value = try body()
          if let failure { throw failure }
          return value
        }
        return if case .success = result { .commit } else { .rollback }
      }
    }
    if case .failure = result { failure = nil }
    guard let result else { throw StorageError.conflict }
    return try result.get()
  }

  private func perform<T>(_ sql: SQL, _ body: (String, StatementArguments) throws -> T) throws -> T {
    try guarded {
      let (text, values) = try dialect.render(sql)
      meter?.tick()
      return try body(text, StatementArguments(values.map(\.databaseValue)))
    }
  }

  private func guarded<T>(_ body: () throws -> T) throws -> T {
    if let failure { throw failure }
    do {
      return try sqlite(body)
    } catch let error as StorageError {
      failure = error
      throw error
    }
  }
}

extension SQLValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    case .uuid(let id): Data(id.bytes).databaseValue
    }
  }
}
