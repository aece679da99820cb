import Kernel
import Storage
import WorkCalendar

/// 第二因素表 · Every statement about second factors and recovery codes.
enum SecondFactorTable {
  /// A person's secret: on its way to being confirmed, or in use since then.
  struct Factor: Sendable {
    let secret: [UInt8]
    let confirmedAt: Instant?
    let lastStep: Int64
  }

  /// Whether the person has a confirmed second factor.
  static func isEnrolled(_ user: UserID, _ reader: any Reader) throws -> Bool {
    try reader.row(
      "SELECT 1 AS found FROM second_factor WHERE user_account = \(user) AND confirmed_at IS NOT NULL") != nil
  }

  /// Everybody who has one, in one query, for lists.
  static func enrolled(_ county: CountyID, _ reader: any Reader) throws -> Set<UserID> {
    Set(
      try reader.rows(
        """
        SELECT user_account FROM second_factor WHERE county = \(county) AND confirmed_at IS NOT NULL
        ORDER BY user_account
        """
      ).map { try $0.get("user_account", as: UserID.self) })
  }

  static func of(_ user: UserID, _ keys: KeyRing, _ reader: any Reader) throws -> Factor? {
    let row = try reader.row(
      "SELECT secret_sealed, confirmed_at, last_step FROM second_factor WHERE user_account = \(user)")
    guard let row else { return nil }
    guard let secret = Base32.decode(try keys.open(row.get("secret_sealed"), as: place(user))) else { return nil }
    return Factor(
      secret: secret, confirmedAt: try row.get("confirmed_at"),
      lastStep: Int64(try row.get("last_step", as: Int.self)))
  }

  static func begin(_ user: UserID, _ secret: [UInt8], in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO second_factor (user_account, county, secret_sealed, last_step, last_event)
      VALUES (\(user), \(context.county), \(context.keys.seal(Base32.encode(secret), as: place(user))), 0,
        \(context.eventNumber))
      """)
  }

  static func remove(_ user: UserID, in context: ActionContext) throws {
    try context.tx.run("DELETE FROM second_factor WHERE user_account = \(user)")
    try context.tx.run("DELETE FROM recovery_code WHERE county = \(context.county) AND user_account = \(user)")
  }

  static func use(_ user: UserID, step: Int64, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE second_factor SET last_step = \(Int(step)), confirmed_at = COALESCE(confirmed_at, \(context.now)),
        last_event = \(context.eventNumber) WHERE user_account = \(user)
      """)
  }

  static func insert(recovery codes: [String], of user: UserID, in context: ActionContext) throws {
    for code in codes {
      try context.tx.run(
        """
        INSERT INTO recovery_code (id, county, user_account, code_hash, last_event)
        VALUES (\(UUIDv7()), \(context.county), \(user), \(hash(code, user, context.keys)), \(context.eventNumber))
        """)
    }
  }

  /// True where it was one of the person's and still unused; it is used then.
  static func use(recovery code: String, of user: UserID, in context: ActionContext) throws -> Bool {
    try context.tx.run(
      """
      UPDATE recovery_code SET used_at = \(context.now), last_event = \(context.eventNumber)
      WHERE county = \(context.county) AND user_account = \(user)
        AND code_hash = \(hash(code, user, context.keys)) AND used_at IS NULL
      """) > 0
  }

  static func unusedRecoveryCodes(of user: UserID, in county: CountyID, _ reader: any Reader) throws -> Int {
    try reader.value(
      """
      SELECT COUNT(*) FROM recovery_code WHERE county = \(county) AND user_account = \(user) AND used_at IS NULL
      """) ?? 0
  }

  private static func place(_ user: UserID) -> FieldPlace {
    FieldPlace("second_factor", "secret_sealed", user.uuid)
  }

  private static func hash(_ code: String, _ user: UserID, _ keys: KeyRing) -> [UInt8] {
    keys.lookupHash("recovery|\(user)|\(code)")
  }
}
