extension PostgresSession {
  /// One transaction of one body.
  func transaction<T>(
    _ kind: PostgresTransaction.Kind, _ meter: QueryMeter?, _ body: (PostgresTransaction) throws -> T
  ) throws -> T {
    try within(kind) { (try PostgresTransaction(self, meter).finish(body), isChanged: true) }
  }

  /// One transaction of all these writes, from the county's lock to its release.
  ///
  /// The lock is the session's and is taken before BEGIN: taken inside, the snapshot would already be old when the
  /// lock is granted, and the transaction would lose against the one it waited for.
  func transaction(alone key: UUIDv7, _ writes: [any WaitingWrite]) throws {
    try execute("SELECT pg_advisory_lock($1)", [.integer(key.folded)])
    defer { release(key) }
    try within(.writingAlone) {
      var isChanged = false
      for write in writes {
        let tx = PostgresTransaction(self, write.meter)
        if try tx.attempt(write, isAlone: writes.count == 1) { isChanged = true }
      }
      return ((), isChanged)
    }
  }

  /// False where another session has it.
  func takeLock(_ key: UUIDv7) throws -> Bool {
    let row = try execute("SELECT pg_try_advisory_lock($1) AS taken", [.integer(key.folded)]).rows().first
    return try row?.get("taken") ?? false
  }

  /// A lock that cannot be released goes with its session.
  func release(_ key: UUIDv7) {
    do { try execute("SELECT pg_advisory_unlock($1)", [.integer(key.folded)]) } catch { abandon() }
  }

  private func within<T>(_ kind: PostgresTransaction.Kind, _ body: () throws -> (T, isChanged: Bool)) throws -> T {
    try execute(kind.begin)
    do {
      let (result, isChanged) = try body()
      guard isChanged else {
        try execute("ROLLBACK")
        return result
      }
      try commit()
      return result
    } catch {
      if !isIdle { _ = try? execute("ROLLBACK") }
      throw error
    }
  }

  private func commit() throws {
    forgetWarnings()
    do {
      // The server answers COMMIT of a spoilt transaction with a cheerful ROLLBACK.
      guard try execute("COMMIT").command == "COMMIT" else {
        throw StorageError.other(code: "25P02", message: "the transaction was rolled back")
      }
      // Its wait for the standby was cut short: what this server alone has is lost if the standby takes its place.
      if hasWarned { throw StorageError.inDoubt }
    } catch let failure as PostgresFailure where failure.isConnectionLost {
      throw StorageError.inDoubt
    }
  }
}

extension PostgresTransaction.Kind {
  fileprivate var begin: String {
    switch self {
    case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .writing: "BEGIN ISOLATION LEVEL SERIALIZABLE"
    case .writingAlone: "BEGIN ISOLATION LEVEL REPEATABLE READ"
    }
  }
}
