import GRDB

/// Runs the body and says SQLite's errors in the words of `StorageError`.
func sqlite<T>(_ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw StorageError(error)
  }
}

extension StorageError {
  init(_ error: DatabaseError) {
    let message = error.message ?? ""
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      self = Self.uniqueViolation(message)
    case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
    case .SQLITE_CONSTRAINT_TRIGGER: self = Dialect.appendOnly(message: message) ?? .constraint(message)
    case .SQLITE_READONLY_DBMOVED: self = .unavailable(message)
    // What a disk answers that has failed while files were open on it, and can only be read from then on.
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
      .SQLITE_IOERR_DELETE, .SQLITE_IOERR_SHMSIZE:
      self = .readOnly
    default:
      switch error.resultCode {
      case .SQLITE_CONSTRAINT: self = .constraint(message)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(retryAfter: .seconds(1))
      case .SQLITE_FULL: self = .full
      case .SQLITE_READONLY: self = .readOnly
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(message)
      case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_MISUSE:
        self = .unavailable(message)
      default: self = .other(code: "\(error.extendedResultCode.rawValue)", message: message)
      }
    }
  }

  /// From `UNIQUE constraint failed: series.county, series.kind`, or `… failed: index 'name'`.
  private static func uniqueViolation(_ message: String) -> StorageError {
    let names = message.split(separator: ": ", maxSplits: 1).last ?? ""
    let columns = names.split(separator: ", ").map { $0.split(separator: ".") }
    guard let table = columns.first?.first, columns.allSatisfy({ $0.count == 2 }) else {
      return .uniqueViolation(table: "", columns: [names.split(separator: "'").last.map(String.init) ?? ""])
    }
    return .uniqueViolation(table: String(table), columns: columns.map { String($0[1]) })
  }
}
