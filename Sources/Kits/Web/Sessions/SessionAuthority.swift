package import Kernel

/// 身份来源 · Session authority: what the office knows of its people, given by whoever keeps the accounts.
package struct SessionAuthority: Sendable {
  /// 账号 · Who signed in, and for which agency they act.
  package struct Account: Sendable {
    package let user: UserID
    package let county: CountyID
    package let agency: AgencyID?

    package init(user: UserID, county: CountyID, agency: AgencyID?) {
      self.user = user
      self.county = county
      self.agency = agency
    }
  }

  package struct Attempt: Sendable {
    package let login: String
    package let password: String
    package let address: String
  }

  /// Throws a Refusal where the login, the password or the account's state does not allow it.
  package let verify: @Sendable (Attempt) async throws -> Account
  /// Nil where the person may no longer sign in: the session ends.
  package let principal: @Sendable (Session) async throws -> Principal?
  /// Nil for an unknown or revoked token of a program.
  package let bearer: @Sendable (String) async throws -> Principal?

  package init(
    verify: @escaping @Sendable (Attempt) async throws -> Account,
    principal: @escaping @Sendable (Session) async throws -> Principal?,
    bearer: @escaping @Sendable (String) async throws -> Principal?
  ) {
    self.verify = verify
    self.principal = principal
    self.bearer = bearer
  }
}
