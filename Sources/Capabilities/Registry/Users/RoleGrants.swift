package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 授予岗位 · Gives a person a role at an agency from a day, until a day or for good. Refuses roles that one person may
/// not hold together, naming both, wherever and whenever their days meet; a role given twice; and giving oneself one.
package struct GrantRole: Action {
  package static let permission = Permission.manageUsers
  private let user: UserID
  private let grant: Grant
  private let from: Day
  private let to: Day?

  package init(_ grant: Grant, to user: UserID, from: Day, until to: Day? = nil) {
    self.user = user
    self.grant = grant
    self.from = from
    self.to = to
  }

  package func perform(in context: ActionContext) throws -> Done {
    _ = try UserTable.one(user, in: context)
    _ = try AgencyTable.of(grant.agency, in: context.county, context.tx)
    try Refusals.check(refusals(context))
    try GrantTable.insert(grant, user, from: from, to: to, in: context)
    context.record(
      "user.roleGranted", .user(user),
      facts: [
        "role": .text(grant.role.rawValue), "agency": .id(grant.agency), "from": .day(from),
        "to": .text(to?.description ?? ""),
      ])
    return Done()
  }

  private func refusals(_ context: ActionContext) throws -> [Refusal] {
    var found: [Refusal] = []
    if context.principal.user == user {
      found.append(
        Refusal(
          "user.ownRole",
          Text("不能给自己授予岗位，请由另一位管理员办理。", "You cannot give yourself a role: ask another administrator."),
          field: "role", isAudited: true))
    }
    if let to, to < from {
      found.append(
        Refusal("grant.days", Text("结束日期不能早于开始日期。", "The last day is before the first."), field: "to"))
    }
    let meeting = try GrantTable.of(user, in: context.county, context.tx).filter { $0.meets(from, to) }
    if meeting.contains(where: { $0.grant == grant }) {
      found.append(
        Refusal("grant.there", Text("这个岗位在这段时间已经授予。", "This role is held in these days already."), field: "role"))
    }
    found += Role.separation(of: Set(meeting.map(\.grant.role)).union([grant.role]))
    return found
  }
}

/// 结束岗位 · Ends a role after a day: the last on which it is held; the day before its first takes it back whole.
package struct EndGrant: Action {
  package static let permission = Permission.manageUsers
  private let grant: UUIDv7
  private let user: UserID

  package init(_ grant: UUIDv7, of user: UserID) {
    self.grant = grant
    self.user = user
  }

  package func perform(in context: ActionContext) throws -> Done {
    _ = try UserTable.one(user, in: context)
    guard let held = try GrantTable.of(user, in: context.county, context.tx).first(where: { $0.id == grant }) else {
      throw Refusal.notFound
    }
    if context.principal.user == user {
      throw Refusal(
        "user.ownRole",
        Text("不能结束自己的岗位，请由另一位管理员办理。", "You cannot end a role of your own: ask another administrator."))
    }
    if held.grant.role == .sysAdmin { try GrantTable.requireAnotherAdministrator(than: user, in: context) }
    let last = context.today.adding(days: -1)
    try context.tx.run(
      """
      UPDATE role_grant SET to_on = \(last), last_event = \(context.eventNumber)
      WHERE id = \(grant) AND county = \(context.county)
      """)
    context.record(
      "user.roleEnded", .user(user),
      facts: ["role": .text(held.grant.role.rawValue), "agency": .id(held.grant.agency)])
    return Done()
  }
}

/// 岗位授予期间 · Held: a grant with its days.
package struct Held: Sendable {
  package let id: UUIDv7
  package let grant: Grant
  package let from: Day
  package let to: Day?

  func meets(_ first: Day, _ last: Day?) -> Bool {
    (last.map { from <= $0 } ?? true) && (to.map { first <= $0 } ?? true)
  }
}

package enum GrantTable {
  /// All of a person's grants, gone, present and to come.
  package static func of(_ user: UserID, in county: CountyID, _ reader: any Reader) throws -> [Held] {
    try reader.rows(
      """
      SELECT id, role, agency, from_on, to_on FROM role_grant WHERE county = \(county) AND user_account = \(user)
        AND (to_on IS NULL OR to_on >= from_on) ORDER BY from_on DESC, id DESC
      """
    ).map {
      Held(
        id: try $0.get("id"), grant: Grant(role: try $0.get("role"), agency: try $0.get("agency")),
        from: try $0.get("from_on"), to: try $0.get("to_on"))
    }
  }

  /// 最后一名系统管理员 · Refuses what would leave nobody who may manage the system: such an office could not be mended from
  /// its pages, today or once the days of the others have run out: a role with a last day does not count.
  static func requireAnotherAdministrator(than user: UserID, in context: ActionContext) throws {
    let holders = try context.tx.rows(
      """
      SELECT DISTINCT g.user_account FROM role_grant g JOIN user_account u ON u.id = g.user_account
      WHERE g.county = \(context.county) AND g.role = \(Role.sysAdmin.rawValue) AND u.is_active = \(true)
        AND g.from_on <= \(context.today) AND g.to_on IS NULL
      ORDER BY g.user_account
      """
    ).map { try $0.get("user_account", as: UserID.self) }
    guard holders == [user] else { return }
    throw Refusal(
      "user.lastAdministrator",
      Text(
        "这是最后一名系统管理员。请先把系统管理员岗位不限期授予另一个人，再停用或者结束。",
        "This is the last system administrator: first give that role, without a last day, to somebody else."),
      isAudited: true)
  }

  static func insert(_ grant: Grant, _ user: UserID, from: Day, to: Day? = nil, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO role_grant (id, county, user_account, agency, role, from_on, to_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(user), \(grant.agency), \(grant.role), \(from), \(to),
        \(context.eventNumber))
      """)
  }
}

extension Role {
  /// 岗位分离 · A refusal for each pair among these roles that may not be one person, by name.
  static func separation(of roles: Set<Role>) -> [Refusal] {
    incompatible.filter { $0.isSubset(of: roles) }.map { pair in
      let names = pair.sorted { $0.rawValue < $1.rawValue }.map(\.name)
      return Refusal(
        "user.incompatible",
        Text(
          "“\(names.map(\.zh).joined(separator: "”和“"))”不能由同一个人担任，请分给两个人。",
          "“\(names.map(\.en).joined(separator: "” and “"))” may not be one person: give them to two."),
        field: "role", basis: [LegalBasis(.signatures, "13")])
    }
  }
}
