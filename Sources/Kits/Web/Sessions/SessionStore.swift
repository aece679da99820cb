package import Kernel
package import Storage
package import WorkCalendar

/// 会话存取 · Session store: starts, finds and ends sessions. It keeps the real clock, also where the office's
/// business day is fixed.
package struct SessionStore: Sendable {
  private let database: any Database
  private let clock: WallClock
  private let limits: SessionLimits

  package init(database: any Database, clock: WallClock, limits: SessionLimits) {
    self.database = database
    self.clock = clock
    self.limits = limits
  }

  /// A new session with a new token, so that one planted before signing in is worth nothing. Sweeps out dead ones.
  func start(_ account: SessionAuthority.Account) async throws -> String {
    let token = Token.random()
    let now = clock.now()
    try await database.write(serial: nil) { tx in
      try tx.run(
        "DELETE FROM session WHERE seen_at < \(idleEdge(now)) OR started_at < \(now.adding(minutes: -limits.absolute))"
      )
      try tx.run(
        """
        INSERT INTO session (token_hash, user_id, county, agency, started_at, seen_at)
        VALUES (\(Token.hash(token)), \(account.user), \(account.county), \(account.agency), \(now), \(now))
        """)
    }
    return token
  }

  /// The session of a token, still alive; seen now, to the minute.
  func find(_ token: String) async throws -> Session? {
    let now = clock.now()
    let row = try await database.read { reader in
      try reader.row("SELECT \(Session.columns) FROM session WHERE token_hash = \(Token.hash(token))")
    }
    guard let session = try row.map(Session.init) else { return nil }
    guard session.seenAt >= idleEdge(now), session.startedAt >= now.adding(minutes: -limits.absolute) else {
      try await end(session)
      return nil
    }
    if session.seenAt < now.adding(minutes: -1) {
      try await database.write(serial: nil) { tx in
        _ = try tx.run("UPDATE session SET seen_at = \(now) WHERE token_hash = \(session.key)")
      }
    }
    return session
  }

  func end(_ session: Session) async throws {
    try await database.write(serial: nil) { tx in
      _ = try tx.run("DELETE FROM session WHERE token_hash = \(session.key)")
    }
  }

  /// Ends every session of a person, as when the password changes or the account is closed.
  package func endAll(of user: UserID) async throws {
    try await database.write(serial: nil) { tx in
      _ = try tx.run("DELETE FROM session WHERE user_id = \(user)")
    }
  }

  private func idleEdge(_ now: Instant) -> Instant { now.adding(minutes: -limits.idle) }
}
