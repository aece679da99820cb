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
