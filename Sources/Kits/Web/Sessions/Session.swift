package import Kernel
package import Storage
package import WorkCalendar

/// 会话 · Session: one signed-in browser. Only a hash of its cookie is kept.
package struct Session: Sendable, Hashable {
  package let user: UserID
  package let county: CountyID
  /// The agency one acts for.
  package let agency: AgencyID?
  package let startedAt: Instant
  package let seenAt: Instant
  /// 来源 · Where it was started from, and with which browser; nil for one older than these columns.
  package let address: String?
  package let browser: String?
  /// The password was right, the second factor is still to come: nothing is open yet.
  let awaitsCode: Bool
  let key: [UInt8]

  init(_ row: Row) throws {
    user = try row.get("user_id")
    county = try row.get("county")
    agency = try row.get("agency")
    startedAt = try row.get("started_at")
    seenAt = try row.get("seen_at")
    address = try row.get("address")
    browser = try row.get("browser")
    awaitsCode = try row.get("awaits_code")
    key = try row.get("token_hash")
  }

  /// Names the session on its owner's page; the cookie cannot be worked out from it.
  package var name: String { Token.hex(key) }

  static let columns: SQL =
    "token_hash, user_id, county, agency, started_at, seen_at, address, browser, awaits_code"
}

/// 会话时限 · Session limits, in minutes: idle, until an office sets its own, and however busy.
package struct SessionLimits: Sendable, Hashable {
  package var idle = 15
  package var absolute = 12 * 60

  package init() {}
}

/// 会话表 · The table of sessions.
package enum WebMigration {
  package static let all = [
    Migration(id: "web.001") { d in
      [
        """
        CREATE TABLE session (
          token_hash \(d.blob) PRIMARY KEY NOT NULL, \(d.id("user_id")), \(d.id("county")), \(d.optionalID("agency")),
          started_at \(d.integer) NOT NULL, seen_at \(d.integer) NOT NULL
        ) \(d.tableSuffix)
        """,
        "CREATE INDEX session_of_user ON session (user_id)",
        "CREATE INDEX session_seen ON session (seen_at)",
      ]
    },
    Migration(id: "web.002") { d in
      [
        "ALTER TABLE session ADD COLUMN address \(d.text)", "ALTER TABLE session ADD COLUMN browser \(d.text)",
        "ALTER TABLE session ADD COLUMN awaits_code \(d.integer) NOT NULL DEFAULT 0",
      ]
    },
  ]
}
