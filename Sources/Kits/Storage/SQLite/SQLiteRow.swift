import GRDB
import GRDBSQLite

/// The row a statement of SQLite stands at, read from the engine's own memory: a list of fifty records has two thousand
/// fields, and GRDB's values cost each identifier three allocations.
enum SQLiteRow {
  /// `columns` are known from the first row on.
  static func read(_ statement: Statement, _ columns: inout Row.Columns?) throws -> Row {
    let shared = columns ?? Row.Columns(statement.columnNames)
    columns = shared
    let handle = statement.sqliteStatement
    return Row(shared, try shared.names.indices.map { try value(handle, Int32($0)) })
  }

  private static func value(_ handle: SQLiteStatement, _ column: Int32) throws -> SQLValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, column)
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, column)
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
      return .blob([UInt8](bytes))
    default: throw StorageError.mismatch(column: nil, expected: "no floating-point number", found: "real")
    }
  }
}
