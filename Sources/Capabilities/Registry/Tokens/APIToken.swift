import Crypto
package import Kernel
package import Storage
package import WorkCalendar

/// 接口令牌 · API token: lets a program act as one user at one agency, until a day, until it is revoked. Only a hash is
/// kept; the token itself is shown once. It can do what its user may do there today, and nothing once he may not.
package struct APIToken: Sendable {
  package let id: UUIDv7
  package let login: String
  package let agencyName: String
  package let purpose: String
  package let validTo: Day
  package let lastUsedAt: Instant?
  package let revokedOn: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    login = try row.get("login")
    agencyName = try row.get("agency_name")
    purpose = try row.get("purpose")
    validTo = try row.get("valid_to")
    lastUsedAt = try row.get("last_used_at")
    revokedOn = try row.get("revoked_on")
  }

  package func isValid(on day: Day) -> Bool { revokedOn == nil && day <= validTo }

  /// A new secret: 256 random bits behind a mark by which a leaked one is recognised.
  package static func newSecret() -> String {
    let bits = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    return mark + bits.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  package static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

  static func isWellFormed(_ secret: String) -> Bool {
    secret.hasPrefix(mark) && secret.utf8.count == 64 + mark.utf8.count
  }

  private static let mark = "lat_"
}

/// 令牌表 · Every statement about tokens.
package enum APITokenTable {
  package static let migration = Migration(id: "registry.token.001") { d in
    [
      """
      CREATE TABLE api_token (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("user_account")) REFERENCES user_account, \(d.id("agency")) REFERENCES agency,
        purpose \(d.text) NOT NULL, token_hash \(d.blob) NOT NULL UNIQUE, valid_to \(d.text) NOT NULL,
        last_used_at \(d.integer), revoked_on \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX api_token_of_user ON api_token (county, user_account)",
    ]
  }

  private static let selection: SQL =
    """
    SELECT t.id, u.login, a.name AS agency_name, t.purpose, t.valid_to, t.last_used_at, t.revoked_on
    FROM api_token t JOIN user_account u ON u.id = t.user_account JOIN agency a ON a.id = t.agency
    """

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [APIToken] {
    try reader.rows("\(selection) WHERE t.county = \(county) ORDER BY u.login, t.id").map(APIToken.init)
  }

  package static func of(_ id: UUIDv7, in county: CountyID, _ reader: any Reader) throws -> APIToken {
    guard let row = try reader.row("\(selection) WHERE t.county = \(county) AND t.id = \(id)") else {
      throw Refusal.notFound
    }
    return try APIToken(row)
  }

  /// Who a program is; nil for a token that is unknown, revoked, run out, or whose user may no longer act there. Its use
  /// is noted to the minute.
  package static func principal(_ secret: String, _ services: Services) async throws -> Principal? {
    guard APIToken.isWellFormed(secret) else { return nil }
    let (hash, now, day) = (APIToken.hash(secret), services.clock.now(), services.clock.today)
    let found = try await services.database.read { reader -> (UUIDv7, Instant?, Principal)? in
      guard
        let row = try reader.row(
          """
          SELECT id, user_account, agency, last_used_at FROM api_token
          WHERE token_hash = \(hash) AND revoked_on IS NULL AND valid_to >= \(day)
          """), let user = try UserTable.of(row.get("user_account"), reader)
      else { return nil }
      let agency: AgencyID = try row.get("agency")
      guard let principal = try UserTable.principal(user, at: agency, on: day, reader), principal.agency == agency
      else { return nil }
      return (try row.get("id"), try row.get("last_used_at"), principal)
    }
    guard let (id, used, principal) = found else { return nil }
    if used.map({ $0 < now.adding(minutes: -1) }) ?? true {
      try await services.database.write(serial: nil) { tx in
        _ = try tx.run("UPDATE api_token SET last_used_at = \(now) WHERE id = \(id)")
      }
    }
    return principal
  }
}
