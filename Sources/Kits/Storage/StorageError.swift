import Foundation

/// 存储错误 · Storage error: what either engine may answer, in the same words. It never carries a stored value.
package enum StorageError: Error, Sendable, Hashable {
  /// The columns of the unique key that a row repeats. An index on an expression gives its name instead.
  case uniqueViolation(table: String, columns: [String])
  case foreignKey
  /// A NOT NULL or CHECK that a row breaks, as the engine names it.
  case constraint(String)
  /// A change of a table that only grows, see `Dialect.forbidChange(table:)`.
  case appendOnly(table: String)

  /// Too many are waiting, or a lock or a time limit ran out: nothing was changed, try again.
  case busy(retryAfter: Duration)
  /// Another transaction won. The database runs the body again; only the body itself ever sees this.
  case conflict
  /// The disk is full.
  case full
  case readOnly
  /// The database file itself is damaged: nothing it says can be trusted. The engine's own words.
  case damaged(String)
  /// No database there, or it went away before anything was committed.
  case unavailable(String)
  /// The connection broke while committing. Look the token up to learn the result; never just run it again.
  case inDoubt

  /// A stored value that the asked type cannot be made from.
  case mismatch(column: String?, expected: String, found: String)
  /// Text with a NUL character, which PostgreSQL cannot hold.
  case invalidText
  /// Anything else: SQLSTATE or SQLite's extended code.
  case other(code: String, message: String)
}

extension StorageError {
  /// The machine's fault and not the work's: tried again as long as it takes.
  package var passes: Bool {
    switch self {
    case .busy, .full, .readOnly, .unavailable, .inDoubt: true
    default: false
    }
  }

  /// What the operating system says of a file that cannot be written; nil of any other error.
  package init?(ofDisk error: any Error) {
    if let error = error as? StorageError {
      self = error
      return
    }
    let system = (error as? CocoaError)?.userInfo[NSUnderlyingErrorKey] as? any Error
    let code = (error as? FileProblem)?.code ?? ((system ?? error) as? POSIXError)?.code.rawValue
    switch (code, (error as? CocoaError)?.code) {
    case (ENOSPC, _), (EDQUOT, _), (_, .fileWriteOutOfSpace): self = .full
    case (EROFS, _), (EACCES, _), (EPERM, _), (_, .fileWriteVolumeReadOnly), (_, .fileWriteNoPermission):
      self = .readOnly
    default: return nil
    }
  }
}
