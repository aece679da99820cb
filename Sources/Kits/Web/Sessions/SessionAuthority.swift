package import Kernel

/// 身份来源 · Session authority: what the office knows of its people, given by whoever keeps the accounts.
package struct SessionAuthority: Sendable {
  /// 账号 · Who signed in, and for which agency they act.
  package struct Account: Sendable {
    package let user: UserID
    package let county: CountyID
    package let agency: AgencyID?
    /// A second factor is to be confirmed before the session opens.
    package let needsCode: Bool

    package init(user: UserID, county: CountyID, agency: AgencyID?, needsCode: Bool = false) {
      self.user = user
      self.county = county
      self.agency = agency
      self.needsCode = needsCode
    }
  }

  package struct Attempt: Sendable {
    package let login: String
    package let password: String
    package let address: String
  }

  /// Throws a Refusal where the login, the password or the account's state does not allow it.
  package let verify: @Sendable (Attempt) async throws -> Account
  /// Throws a Refusal where the second factor of an account is wrong.
  package let confirm: @Sendable (_ code: String, Account) async throws -> Void
  /// 先办事项 · Where somebody must go before anything else, such as to change a handed-over password.
  package let duty: @Sendable (Session) async throws -> String?
  /// Nil where the person may no longer sign in: the session ends.
  package let principal: @Sendable (Session) async throws -> Principal?
  /// 空闲时间 · After how many idle minutes a session of a county ends.
  package let idleMinutes: @Sendable (CountyID) async throws -> Int
  /// Nil for an unknown or revoked token of a program.
  package let bearer: @Sendable (String) async throws -> Principal?

  package init(
    verify: @escaping @Sendable (Attempt) async throws -> Account,
    principal: @escaping @Sendable (Session) async throws -> Principal?,
    bearer: @escaping @Sendable (String) async throws -> Principal?,
    confirm: @escaping @Sendable (String, Account) async throws -> Void = { _, _ in throw Refusal.notAllowed },
    duty: @escaping @Sendable (Session) async throws -> String? = { _ in nil },
    idleMinutes: @escaping @Sendable (CountyID) async throws -> Int = { _ in SessionLimits().idle }
  ) {
    self.verify = verify
    self.confirm = confirm
    self.duty = duty
    self.principal = principal
    self.bearer = bearer
    self.idleMinutes = idleMinutes
  }
}
