package import Kernel
import Localization
package import Storage
import WorkCalendar

/// 签发令牌 · Issues a token for a program. Refuses an account that is closed or holds no role at the agency, and a
/// validity of none or of more than a year.
package struct IssueToken: Action {
  package static let permission = Permission.manageUsers
  package static let longest = 366
  private let user: UserID
  private let agency: AgencyID
  private let purpose: String
  private let days: Int
  private let hash: [UInt8]

  /// - Parameters:
  ///   - days: how long it is valid, today included.
  ///   - secret: what the program sends; only its hash goes anywhere.
  package init(user: UserID, agency: AgencyID, purpose: String, days: Int, secret: String) {
    self.user = user
    self.agency = agency
    self.purpose = purpose
    self.days = days
    hash = APIToken.hash(secret)
  }

  package func perform(in context: ActionContext) throws -> UUIDv7 {
    guard let known = try UserTable.of(user, context.tx), known.county == context.county else {
      throw Refusal.notFound
    }
    let holds = try UserTable.grants(user, on: context.today, context.tx).contains { $0.agency == agency }
    try Refusals.check(
      [
        known.isActive && holds ? nil : Self.noRole,
        (1...Self.longest).contains(days) ? nil : Self.tooLong,
        purpose.isEmpty ? Self.noPurpose : nil,
      ].compactMap(\.self))
    let (id, last) = (UUIDv7(), context.today.adding(days: days - 1))
    try context.tx.run(
      """
      INSERT INTO api_token (id, county, user_account, agency, purpose, token_hash, valid_to, last_event)
      VALUES (\(id), \(context.county), \(user), \(agency), \(purpose), \(hash), \(last), \(context.eventNumber))
      """)
    context.record(
      "token.issued", .user(user),
      facts: ["token": .text(id.description), "agency": .id(agency), "validTo": .day(last)])
    return id
  }

  private static let noRole = Refusal(
    "token.noRole",
    Text(
      "这个账号已停用，或者在该机构没有岗位，请先授予岗位。",
      "The account is closed or holds no role at that agency: grant it a role first."), field: "agency")
  private static let tooLong = Refusal(
    "token.days", Text("有效期为1至366天。", "A token is valid for 1 to 366 days."), field: "days")
  private static let noPurpose = Refusal(
    "token.purpose", Text("请写明用途。", "Say what it is for."), field: "purpose")
}

/// 吊销令牌 · Revokes a token at once. Refuses one that is revoked already.
package struct RevokeToken: Action {
  package static let permission = Permission.manageUsers
  private let id: UUIDv7

  package init(_ id: UUIDv7) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let token = try APITokenTable.of(id, in: context.county, context.tx)
    guard token.revokedOn == nil else {
      throw Refusal("token.revoked", Text("这个令牌已经吊销。", "This token is revoked already."))
    }
    guard let user = try UserTable.withLogin(token.login, context.tx) else { throw Refusal.notFound }
    try context.tx.run(
      """
      UPDATE api_token SET revoked_on = \(context.today), last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
    context.record("token.revoked", .user(user.id), facts: ["token": .text(id.description)])
    return Done()
  }
}
