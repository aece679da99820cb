package import Kernel
package import Storage
package import WorkCalendar

/// 用户 · User: an account that signs in; what it may do are its grants.
package struct User: Sendable {
  package let id: UserID
  package let county: CountyID
  package let login: String
  package let name: String
  package let mustChangePassword: Bool
  package let isActive: Bool
  package let version: Int
  let passwordHash: String
  let failedCount: Int
  let lockedUntil: Instant?
  /// When the password that must be changed was handed over.
  let givenAt: Instant?

  init(_ row: Row) throws {
    id = try row.get("id")
    county = try row.get("county")
    login = try row.get("login")
    name = try row.get("name")
    mustChangePassword = try row.get("must_change")
    isActive = try row.get("is_active")
    version = try row.get("version")
    passwordHash = try row.get("password_hash")
    failedCount = try row.get("failed_count")
    lockedUntil = try row.get("locked_until")
    givenAt = try row.get("given_at")
  }

  /// When the one-time password runs out, or ran out; nil for whoever chose a password.
  func oneTimeEnd(_ rules: SignInRules) -> Instant? {
    mustChangePassword ? givenAt.map(rules.end(ofPasswordGivenAt:)) : nil
  }

  func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }
}

/// 岗位授予 · Grant: a role held at an agency, from a day, until a day.
package struct Grant: Sendable, Hashable {
  package let role: Role
  package let agency: AgencyID

  package init(role: Role, agency: AgencyID) {
    self.role = role
    self.agency = agency
  }
}

package enum UserTable {
  private static let columns: SQL =
    "id, county, login, name, must_change, is_active, version, password_hash, failed_count, locked_until, given_at"

  package static func withLogin(_ login: String, _ reader: any Reader) throws -> User? {
    try reader.row("SELECT \(columns) FROM user_account WHERE login = \(login.lowercased())").map(User.init)
  }

  package static func of(_ id: UserID, _ reader: any Reader) throws -> User? {
    try reader.row("SELECT \(columns) FROM user_account WHERE id = \(id)").map(User.init)
  }

  /// A user of this county, or nobody at all.
  package static func one(_ id: UserID, in county: CountyID, _ reader: any Reader) throws -> User {
    guard let user = try of(id, reader), user.county == county else { throw Refusal.notFound }
    return user
  }

  static func one(_ id: UserID, in context: ActionContext) throws -> User {
    try one(id, in: context.county, context.tx)
  }

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [User] {
    try reader.rows("SELECT \(columns) FROM user_account WHERE county = \(county) ORDER BY login, id").map(
      User.init)
  }

  package static func grants(_ user: UserID, on day: Day, _ reader: any Reader) throws -> [Grant] {
    try reader.rows(
      """
      SELECT role, agency FROM role_grant WHERE user_account = \(user) AND from_on <= \(day)
        AND (to_on IS NULL OR to_on >= \(day)) ORDER BY from_on, id
      """
    ).map { Grant(role: try $0.get("role"), agency: try $0.get("agency")) }
  }

  /// Everybody's grants of a county in one query, for lists.
  package static func grants(
    of county: CountyID, on day: Day, _ reader: any Reader
  ) throws -> [UserID: [Grant]] {
    let rows = try reader.rows(
      """
      SELECT user_account, role, agency FROM role_grant WHERE county = \(county) AND from_on <= \(day)
        AND (to_on IS NULL OR to_on >= \(day)) ORDER BY from_on, id
      """)
    return try rows.reduce(into: [:]) { found, row in
      found[try row.get("user_account"), default: []].append(
        Grant(role: try row.get("role"), agency: try row.get("agency")))
    }
  }

  /// Who a user is when acting for an agency (the first he holds a role at, unless he chose another); nil when he
  /// holds none today.
  package static func principal(
    _ user: User, at wanted: AgencyID?, on day: Day, _ reader: any Reader
  ) throws -> Principal? {
    let grants = try grants(user.id, on: day, reader)
    guard user.isActive, let place = grants.first(where: { $0.agency == wanted }) ?? grants.first else {
      return nil
    }
    let agency = try AgencyTable.of(place.agency, in: user.county, reader)
    return Principal(
      user: user.id, name: user.name, county: user.county, agency: agency.id, agencyKind: agency.kind,
      agencyName: agency.name, roles: Set(grants.filter { $0.agency == agency.id }.map(\.role)),
      agencies: try AgencyTable.withDescendants(agency.id, in: user.county, reader),
      undertaker: try reader.value(
        "SELECT id FROM legal_aid_person WHERE user_account = \(user.id) AND unit = \(agency.id) ORDER BY id LIMIT 1"
      ), openedMatters: try ConcealmentTable.opened(by: user.id, on: day, reader))
  }
}
