package import Kernel
import Localization
import Storage
package import Web
package import WorkCalendar

extension Permission {
  package static let manageUsers = Permission(
    "registry.users", Text("管理用户和岗位", "Manage users and roles"), [.sysAdmin, .securityAdmin])
  package static let manageAgencies = Permission(
    "registry.agencies", Text("管理机构和人员", "Manage agencies and persons"), [.sysAdmin, .director])
  package static let viewAgencies = Permission(
    "registry.view", Text("查看机构和人员", "View agencies and persons"),
    [.sysAdmin, .securityAdmin, .director, .assigner, .bureauLeader, .qualitySupervisor])
}

/// 新增用户 · Adds an account with its grants. The password is handed over once and must be changed at first sign-in,
/// save in a demo. Refuses roles that one person may not hold together.
package struct AddUser: Action {
  package static let permission = Permission.manageUsers
  package let login: String
  package let name: String
  package let passwordHash: String
  package let mustChange: Bool
  package let grants: [Grant]
  package let from: Day

  package init(
    login: String, name: String, passwordHash: String, mustChange: Bool = true, grants: [Grant], from: Day
  ) {
    self.login = login.lowercased()
    self.name = name
    self.passwordHash = passwordHash
    self.mustChange = mustChange
    self.grants = grants
    self.from = from
  }

  package func perform(in context: ActionContext) throws -> UserID {
    try Refusals.check(refusals(context.tx))
    let id = UserID()
    let given = mustChange ? context.services.clock.real() : nil
    try context.tx.run(
      """
      INSERT INTO user_account (id, county, login, name, password_hash, must_change, given_at, failed_count, is_active,
        version, last_event)
      VALUES (\(id), \(context.county), \(login), \(name), \(passwordHash), \(mustChange), \(given), 0, \(true),
        1, \(context.eventNumber))
      """)
    for grant in grants {
      try GrantTable.insert(grant, id, from: from, in: context)
    }
    context.record(
      "user.added", .user(id),
      facts: ["login": .text(login), "roles": .list(grants.map { .text($0.role.rawValue) })])
    return id
  }

  private func refusals(_ reader: any Reader) throws -> [Refusal] {
    var found: [Refusal] = []
    if try UserTable.withLogin(login, reader) != nil {
      found.append(
        Refusal(
          "user.taken", Text("这个账号已经有人使用，请换一个。", "This login is taken, choose another."), field: "login"))
    }
    found += Role.separation(of: Set(grants.map(\.role)))
    return found
  }
}

/// 修改密码 · Changes one's own password, and ends every session but the one it was changed in.
package struct ChangePassword: Action {
  package static let permission = Permission.signedIn
  package let passwordHash: String

  private let session: Session?

  package init(passwordHash: String, keeping session: Session? = nil) {
    self.passwordHash = passwordHash
    self.session = session
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user else { throw Refusal.notAllowed }
    try context.tx.run(
      """
      UPDATE user_account SET password_hash = \(passwordHash), must_change = \(false), given_at = NULL,
        version = version + 1, last_event = \(context.eventNumber) WHERE id = \(user)
      """)
    try SessionTable.endAll(of: user, but: session, context.tx)
    context.record("user.passwordChanged", .user(user))
    return Done()
  }
}
