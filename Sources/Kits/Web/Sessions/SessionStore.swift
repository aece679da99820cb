package import Kernel
package import Storage
package import WorkCalendar

/// 会话存取 · Session store: starts, finds and ends sessions. It keeps the real clock, also where the office's
/// business day is fixed.
package struct SessionStore: Sendable {
  private let database: any Database
  private let clock: WallClock
  private let limits: SessionLimits

  private let idleMinutes: @Sendable (CountyID) async throws -> Int

  package init(
    database: any Database, clock: WallClock, limits: SessionLimits,
    idleMinutes: @escaping @Sendable (CountyID) async throws -> Int
  ) {
    self.database = database
    self.clock = clock
    self.limits = limits
    self.idleMinutes = idleMinutes
  }

  /// A new session with a new token, so that one planted before signing in is worth nothing. Sweeps out dead ones.
  func start(
    _ account: SessionAuthority.Account, awaitsCode: Bool = false, address: String, browser: String
  ) async throws -> String {
    let token = Token.random()
    let now = clock.now()
    let (idle, oldest) = (try await idleEdge(account.county, now), now.adding(minutes: -limits.absolute))
    try await database.write(serial: nil) { tx in
      try tx.run(
        """
        DELETE FROM session WHERE (county = \(account.county) AND seen_at < \(idle)) OR started_at < \(oldest)
        """)
      try tx.run(
        """
        INSERT INTO session (token_hash, user_id, county, agency, started_at, seen_at, address, browser, awaits_code)
        VALUES (\(Token.hash(token)), \(account.user), \(account.county), \(account.agency), \(now), \(now),
          \(address), \(String(browser.prefix(200))), \(awaitsCode))
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
    let edge = session.awaitsCode ? now.adding(minutes: -Self.codeMinutes) : try await idleEdge(session.county, now)
    guard session.seenAt >= edge, session.startedAt >= now.adding(minutes: -limits.absolute) else {
      try? await end(session)
      return nil
    }
    // Looking goes on where nothing can be written.
    if !session.awaitsCode, session.seenAt < now.adding(minutes: -1) {
      try? await database.write(serial: nil) { tx in
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

  /// How long the second page of a sign-in waits for its code.
  private static let codeMinutes = 5

  private func idleEdge(_ county: CountyID, _ now: Instant) async throws -> Instant {
    now.adding(minutes: -(try await idleMinutes(county)))
  }
}

/// 会话表 · The statements about sessions that others need: for the pages on which a person looks after them.
package enum SessionTable {
  /// The open sessions of a person, the one seen last first.
  package static func of(_ user: UserID, since edge: Instant, _ reader: any Reader) throws -> [Session] {
    try reader.rows(
      """
      SELECT \(Session.columns) FROM session WHERE user_id = \(user) AND awaits_code = 0 AND seen_at >= \(edge)
      ORDER BY seen_at DESC, token_hash
      """
    ).map(Session.init)
  }

  /// Ends one session of a person by its name; false where there is none of it.
  package static func end(_ name: String, of user: UserID, _ tx: any Writer) throws -> Bool {
    let all = try tx.rows("SELECT \(Session.columns) FROM session WHERE user_id = \(user) ORDER BY token_hash")
      .map(Session.init)
    guard let found = all.first(where: { $0.name == name }) else { return false }
    return try tx.run("DELETE FROM session WHERE token_hash = \(found.key)") > 0
  }

  /// Ends every session of a person, as when the password changes or the account is closed; `but` stays.
  package static func endAll(of user: UserID, but kept: Session? = nil, _ tx: any Writer) throws {
    try tx.run("DELETE FROM session WHERE user_id = \(user) AND token_hash <> \(kept?.key ?? [])")
  }
}
