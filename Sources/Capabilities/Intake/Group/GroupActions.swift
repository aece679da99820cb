package import Kernel
import Localization
import Registry
import Storage

/// 登记群体成员 · Adds people who apply together with the applicant, one or a whole list. Refuses an application that is
/// reviewed already, criminal cases, in which each applies by himself, and whoever stands on the list already or is an opposing
/// party.
package struct AddGroupMembers: Action {
  package static let permission = Permission.registerApplication
  /// So many apply together at most; a larger group is registered in parts.
  package static let most = 500
  private let id: ApplicationID
  private let told: [GroupMemberTold]

  package init(_ id: ApplicationID, _ told: [GroupMemberTold]) {
    self.id = id
    self.told = told
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    try application.requireOpenGroup()
    try Refusals.check(refusals(application, context))
    var people: [PersonID] = []
    for one in told {
      let person = try PersonTable.save(one.person, in: context)
      try PartyTable.insert(
        .recipient, name: one.person.name, person: person, matter: application.matter, in: context)
      try GroupMemberTable.insert(one, person, of: id, in: context)
      people.append(person)
    }
    try context.touch(application)
    context.record(
      "application.groupJoined", .application(id), also: people.map { .person($0) }, rules: application.ruleSet,
      facts: ["count": .number(Int64(told.count))])
    return Done()
  }

  private func refusals(_ application: Application, _ context: ActionContext) throws -> [Refusal] {
    let (county, keys) = (context.county, context.keys)
    let known = try GroupMemberTable.of(id, for: context.principal, context.tx)
    guard known.count + told.count < Self.most else { return [Self.tooMany] }
    let opposing = Set(
      try PartyTable.of(application.matter, in: county, context.tx).filter { $0.role == .opposing }.map(\.name))
    let listed = Set(known.map(\.person) + [application.applicant])
    var numbers: Set<String> = []
    return try told.compactMap { one in
      let number = one.person.identityNumber ?? ""
      let person = try PersonTable.byIdentity(number, in: county, keys, context.tx)
      if person.map(listed.contains) == true || !numbers.insert(number).inserted { return Self.twice(one) }
      return opposing.contains(one.person.name) ? Self.opposes(one) : nil
    }
  }

  private static let tooMany = Refusal(
    "group.tooMany",
    Text(
      "一份申请最多登记\(most)人，请分几份申请登记。", "At most \(most) apply in one application: register the rest in another."),
    field: "identityNumber")

  private static func twice(_ one: GroupMemberTold) -> Refusal {
    one.refusal(
      "group.twice", at: "identityNumber",
      Text("\(one.person.name)已经在名单中，请核对证件号码。", "\(one.person.name) is on the list already: check the number."))
  }

  private static func opposes(_ one: GroupMemberTold) -> Refusal {
    one.refusal(
      "group.opposing", at: "name",
      Text(
        "\(one.person.name)是本申请的对方当事人，不能同时作为申请人，请核对姓名。",
        "\(one.person.name) is an opposing party of this application and cannot apply in it: check the name."))
  }
}

/// 移出群体名单 · Takes people off the list before the review, with the reason: they withdraw, or apply by themselves.
package struct RemoveGroupMembers: Action {
  package static let permission = Permission.registerApplication
  private let id: ApplicationID
  private let members: [ID<GroupMember>]
  private let reason: String

  package init(_ id: ApplicationID, _ members: [ID<GroupMember>], reason: String) {
    self.id = id
    self.members = members
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    try application.requireOpenGroup()
    let leaving = try GroupMemberTable.of(id, for: context.principal, context.tx).filter {
      members.contains($0.id)
    }
    guard !leaving.isEmpty, leaving.count == Set(members).count else { throw Refusal.notFound }
    try GroupMemberTable.leave(members, because: reason, in: context)
    try PartyTable.removeRecipients(leaving.map(\.person), of: application.matter, in: context)
    try context.touch(application)
    context.record(
      "application.groupLeft", .application(id), also: leaving.map { .person($0.person) },
      rules: application.ruleSet, facts: ["count": .number(Int64(leaving.count))])
    return Done()
  }
}

extension Application {
  /// 可改名单 · Whether the list may still change.
  var takesGroup: Bool { groupRefusal == nil }

  /// Why the list stands as it is; nil where it may still change.
  var groupRefusal: Refusal? {
    if track.isCriminal || track.isNotified {
      return Refusal(
        "group.criminal",
        Text("刑事案件由每个人分别申请，不作为群体申请登记。", "In criminal cases each applies by himself, not in a group."))
    }
    return isOpen && state.takesMaterials && state != .pendingApproval
      ? nil
      : Refusal(
        "group.closed",
        Text(
          "申请已经审查，名单不能再改。需要增减的，请先退回审查。",
          "The application is reviewed and its list stands: send it back for review to change it."))
  }

  fileprivate func requireOpenGroup() throws {
    if let groupRefusal { throw groupRefusal }
  }
}

extension GroupMemberTold {
  /// At the field that was typed in, or at the list with its line.
  func refusal(_ key: String, at field: String, _ message: Text) -> Refusal {
    guard let line else { return Refusal(key, message, field: field) }
    return Refusal(
      key, Text("第\(line)行：\(message.zh)", "Line \(line): \(message.en)"), field: GroupMemberTold.listField)
  }
}

extension ActionContext {
  /// Something of an application changed that does not stand in its row.
  func touch(_ application: Application) throws {
    try tx.run(
      """
      UPDATE aid_application SET version = version + 1, last_event = \(eventNumber)
      WHERE id = \(application.id) AND county = \(county)
      """)
  }
}
