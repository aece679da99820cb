package import Kernel
import Localization
import Storage
import Web
import WorkCalendar

/// 修改用户姓名 · Corrects the name of an account. Refuses when somebody else changed the account meanwhile.
package struct RenameUser: Action {
  package static let permission = Permission.manageUsers
  private let user: UserID
  private let name: String

  package init(_ user: UserID, to name: String) {
    self.user = user
    self.name = name
  }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try UserTable.one(user, in: context)
    try context.requireVersion(known.version)
    try context.tx.run(
      """
      UPDATE user_account SET name = \(name), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(user)
      """)
    context.record("user.renamed", .user(user))
    return Done()
  }
}

/// 停用、启用账号 · Closes an account and ends its sessions, or opens it again and clears a lock. Refuses to close one's own,
/// and the last one of a system administrator.
package struct SetUserActive: Action {
  package static let permission = Permission.manageUsers
  private let user: UserID
  private let isActive: Bool

  package init(_ user: UserID, _ isActive: Bool) {
    self.user = user
    self.isActive = isActive
  }

  package func perform(in context: ActionContext) throws -> Done {
    _ = try UserTable.one(user, in: context)
    if context.principal.user == user, !isActive {
      throw Refusal(
        "user.own",
        Text("不能停用自己的账号，请由另一位管理员办理。", "You cannot close your own account: ask another administrator."))
    }
    if !isActive { try GrantTable.requireAnotherAdministrator(than: user, in: context) }
    try context.tx.run(
      """
      UPDATE user_account SET is_active = \(isActive), failed_count = 0, locked_until = NULL, version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(user)
      """)
    if !isActive { try SessionTable.endAll(of: user, context.tx) }
    context.record(isActive ? "user.enabled" : "user.disabled", .user(user))
    return Done()
  }
}

/// 重置密码 · Gives an account a one-time password to hand over, clears a lock and ends its sessions.
package struct ResetPassword: Action {
  package static let permission = Permission.manageUsers
  private let user: UserID
  private let passwordHash: String

  package init(of user: UserID, passwordHash: String) {
    self.user = user
    self.passwordHash = passwordHash
  }

  package func perform(in context: ActionContext) throws -> Done {
    _ = try UserTable.one(user, in: context)
    try context.tx.run(
      """
      UPDATE user_account SET password_hash = \(passwordHash), must_change = \(true),
        given_at = \(context.services.clock.real()), failed_count = 0, locked_until = NULL, version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(user)
      """)
    try SessionTable.endAll(of: user, context.tx)
    context.record("user.passwordReset", .user(user))
    return Done()
  }
}
