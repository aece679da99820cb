/// One transaction of a session of PostgreSQL.
final class PostgresTransaction: EngineTransaction {
  enum Kind {
    case reading
    /// Without a key nobody else is kept away, so the server itself must find transactions that would not have come
    /// out the same one after the other.
    case writing
    /// The lock already keeps other writers of the county away: a steady snapshot is enough, and what SERIALIZABLE
    /// costs, and its false alarms between counties, are saved.
    case writingAlone
  }

  let dialect = Dialect.postgres
  private let session: PostgresSession
  private let meter: QueryMeter?
  /// The first error outside a savepoint: the server goes no further after one.
  private var failure: StorageError?
  /// Set once the transaction can only be run again as a whole, whatever the body makes of it.
  private var lost: PostgresFailure?
  private var depth = 0
  private var cursors = 0

  init(_ session: PostgresSession, _ meter: QueryMeter? = nil) {
    self.session = session
    self.meter = meter
  }

  var isGone: Bool { lost != nil }

  func finish<T>(_ body: (PostgresTransaction) throws -> T) throws -> T {
    do {
      let result = try body(self)
      if let failure { throw failure }
      return result
    } catch {
      throw lost ?? error
    }
  }

  func rows(_ sql: SQL) throws -> [Row] { try guarded { try execute(sql).rows() } }

  func run(_ sql: SQL) throws -> Int { try guarded { try execute(sql).changes } }

  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    cursors += 1
    let cursor = "c\(cursors)"
    try guarded { _ = try execute("DECLARE \(raw: cursor) NO SCROLL CURSOR FOR " + sql, isRepeated: false) }
    while true {
      let rows = try guarded { try session.execute("FETCH 256 FROM \(cursor)", isRepeated: false).rows() }
      for row in rows { try body(row) }
      if rows.isEmpty { break }
    }
    try guarded { _ = try session.execute("CLOSE \(cursor)", isRepeated: false) }
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    depth += 1
    defer { depth -= 1 }
    let name = "p\(depth)"
    try guarded { _ = try session.execute("SAVEPOINT \(name)") }
    do {
      let result = try body()
      try guarded { _ = try session.execute("RELEASE \(name)") }
      return result
    } catch {
      if let lost { throw lost }
      failure = nil
      try guarded { _ = try session.execute("ROLLBACK TO \(name)") }
      try guarded { _ = try session.execute("RELEASE \(name)") }
      throw error
    }
  }

  @discardableResult
  private func execute(_ sql: SQL, isRepeated: Bool = true) throws -> PostgresResult {
    let (text, values) = try dialect.render(sql)
    meter?.tick()
    return try session.execute(text, values, isRepeated: isRepeated)
  }

  private func guarded<T>(_ body: () throws -> T) throws -> T {
    if let failure { throw failure }
    do {
      return try body()
    } catch let error as PostgresFailure {
      if error.mayRunAgain || error.isConnectionLost { lost = error }
      failure = error.error
      throw error.error
    } catch let error as StorageError {
      failure = error
      throw error
    }
  }
}
