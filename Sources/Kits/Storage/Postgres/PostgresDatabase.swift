import Synchronization

/// 服务器数据库 · PostgreSQL database (15 or later): connections on threads of their own, in a bounded pool.
final class PostgresDatabase: Database {
  let dialect = Dialect.postgres
  private let limits: PostgresLimits
  private let pool: PostgresPool
  /// One transaction of a county at a time asks the server for the county's lock; who waits, waits here, and holds no
  /// connection meanwhile.
  private let counties = Mutex<[UUIDv7: WriteLine]>([:])

  init(url: String, limits: PostgresLimits = PostgresLimits()) {
    self.limits = limits
    pool = PostgresPool(url: url, limits: limits)
  }

  func read<T: Sendable>(_ body: @Sendable @escaping (any Reader) throws -> T) async throws -> T {
    let meter = QueryMeter.current
    return try await untilSettled { try await self.pool.use { try $0.transaction(.reading, meter, body) } }
  }

  func write<T: Sendable>(serial key: UUIDv7?, _ body: @Sendable @escaping (any Writer) throws -> T) async throws
    -> T
  {
    let meter = QueryMeter.current
    guard let key else {
      return try await untilSettled { try await self.pool.use { try $0.transaction(.writing, meter, body) } }
    }
    return try await line(of: key).write(body)
  }

  private func line(of key: UUIDv7) -> WriteLine {
    counties.withLock { lines in
      if let line = lines[key] { return line }
      let line = WriteLine(wait: limits.wait) { [unowned self] writes in
        try await untilSettled { try await self.pool.use { try $0.transaction(alone: key, writes) } }
      }
      lines[key] = line
      return line
    }
  }

  func alone<T: Sendable>(_ key: UUIDv7, _ body: @Sendable () async throws -> T) async throws -> T? {
    try await untilSettled { try await self.pool.hold(key, body) }
  }

  /// The server does so by itself, but only some minutes after many rows came, and an office that was restored or imported
  /// is opened sooner: until then a list of the whole office is sorted anew for each page.
  func refreshStatistics() async throws {
    try await untilSettled {
      try await self.pool.use { session in
        let grown = try session.execute(
          """
          SELECT relid::regclass::text AS name FROM pg_stat_user_tables
          WHERE schemaname = current_schema() AND n_mod_since_analyze > 1000
          """
        ).rows()
        for row in grown { try session.execute("ANALYZE \(row.get("name", as: String.self))", isRepeated: false) }
      }
    }
  }

  /// The server keeps checksums of its pages, and refuses one that is damaged when it is read.
  func damage() async throws -> String? { nil }

  /// Who waits for a county's turn waits as much as who waits for a connection.
  var load: DatabaseLoad {
    let lines = counties.withLock { Array($0.values) }
    return lines.reduce(into: pool.load) { $0.waiting += $1.load.waiting }
  }

  func close() async { await pool.close() }

  /// Refuses a server on which this program would give other results than on SQLite.
  func check() async throws {
    let (version, encoding, collation) = try await read { tx in
      let row = try tx.row(
        """
        SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
          datcollate AS collation
        FROM pg_database WHERE datname = current_database()
        """)
      return (
        try row?.get("version", as: String.self) ?? "", try row?.get("encoding", as: String.self) ?? "",
        try row?.get("collation", as: String.self) ?? ""
      )
    }
    guard let version = Int(version), version >= 150_000 else {
      throw StorageError.unavailable("PostgreSQL 15 or later is needed")
    }
    guard encoding == "UTF8", ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
      throw StorageError.unavailable(
        "the database must sort by bytes: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    }
  }

  /// Runs a transaction again while it fails by no fault of its own and nothing can have been committed.
  private func untilSettled<T>(_ transaction: () async throws -> T) async throws -> T {
    var attempt = 0
    while true {
      do {
        return try await transaction()
      } catch let failure as PostgresFailure {
        guard failure.mayRunAgain, attempt < limits.retries else { throw failure.finalError }
        if failure.isConnectionLost { await pool.dropIdle() }
        try await Task.sleep(for: limits.pause(after: attempt))
        attempt += 1
      }
    }
  }
}
