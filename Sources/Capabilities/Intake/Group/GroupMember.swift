package import Kernel
package import Registry
package import Storage
import WorkCalendar

/// 群体成员 · Group member: somebody who applies in a group case beside the applicant, who stands for them all (群体性案件的
/// 牵头人). Each is put to the tests by himself; the matter, the papers and the decision are one.
package struct GroupMember: Sendable {
  package let id: ID<GroupMember>
  package let person: PersonID
  /// As whoever reads may see it; papers write `nameOnPapers`.
  package let name: String
  package let nameOnPapers: String
  package let claims: [ExemptionCode]
  /// 请求金额 · What he claims, in fen; nil where he did not say.
  package let claimedFen: Int64?
  let toldSealed: [UInt8]

  init(_ row: Row, for principal: Principal) throws {
    id = try row.get("id")
    person = try row.get("person")
    nameOnPapers = try row.get("name")
    name = try Protection(row).name(nameOnPapers, to: principal)
    claims = ExemptionCode.split(try row.get("claims"))
    claimedFen = try row.get("claimed_fen")
    toldSealed = try row.get("told_sealed")
  }

  static func told(_ id: ID<GroupMember>) -> FieldPlace { FieldPlace("group_member", "told_sealed", id.uuid) }

  package func telling(_ keys: KeyRing) throws -> Telling {
    try Sealed.open(Telling.self, toldSealed, as: Self.told(id), keys)
  }
}

/// 群体成员所述 · What is told of one who applies along.
package struct GroupMemberTold: Sendable {
  /// Where what is wrong with a line of a list is said.
  static let listField = "list"

  package var person: PersonTold
  package var household: Household?
  /// Exemptions whose proof was shown.
  package var claims: [ExemptionCode]
  package var claimedFen: Int64?
  /// The line of a list it stands on; nil where it was typed into the form.
  package var line: Int?

  package init(
    _ person: PersonTold, household: Household? = nil, claims: [ExemptionCode] = [], claimedFen: Int64? = nil,
    line: Int? = nil
  ) {
    self.person = person
    self.household = household
    self.claims = claims
    self.claimedFen = claimedFen
    self.line = line
  }
}

package enum GroupMemberTable {
  /// 群体成员数 · How many apply along, as a value of a row of applications `a`.
  static let count: SQL =
    "(SELECT COUNT(*) FROM group_member g WHERE g.application = a.id AND g.left_on IS NULL)"

  /// In the order in which they joined; who left is not among them.
  package static func of(
    _ application: ApplicationID, for principal: Principal, _ reader: any Reader
  ) throws -> [GroupMember] {
    try reader.rows(
      """
      SELECT g.id, g.person, g.name, g.claims, g.claimed_fen, g.told_sealed, p.protection
      FROM group_member g JOIN person p ON p.id = g.person
      WHERE g.application = \(application) AND g.left_on IS NULL ORDER BY g.id
      """
    ).map { try GroupMember($0, for: principal) }
  }

  /// The names of those who apply along, by application.
  static func names(_ applications: [ApplicationID], _ reader: any Reader) throws -> [ApplicationID: [String]] {
    try reader.rows(
      """
      SELECT application, name FROM group_member WHERE application IN \(list: applications) AND left_on IS NULL
      ORDER BY id
      """
    ).reduce(into: [:]) { try $0[$1.get("application"), default: []].append($1.get("name")) }
  }

  /// The applications in which a person applies, or applied, along.
  static func applications(of person: PersonID, in county: CountyID) -> SQL {
    "SELECT application FROM group_member WHERE county = \(county) AND person = \(person)"
  }

  static func insert(
    _ told: GroupMemberTold, _ person: PersonID, of application: ApplicationID, in context: ActionContext
  ) throws {
    try insert(
      person, told.person.name, told.claims, Telling(groups: told.person.groups, household: told.household),
      told.claimedFen, of: application, in: context)
  }

  /// 下一阶段 · Who applied along in the stage before applies along in the next, as he was told of; each is a party of the
  /// matter already.
  static func carry(from earlier: ApplicationID, to application: ApplicationID, in context: ActionContext) throws {
    for one in try of(earlier, for: .system(context.county), context.tx) {
      try insert(
        one.person, one.nameOnPapers, one.claims, one.telling(context.keys), one.claimedFen, of: application,
        in: context)
    }
  }

  private static func insert(
    _ person: PersonID, _ name: String, _ claims: [ExemptionCode], _ telling: Telling, _ claimedFen: Int64?,
    of application: ApplicationID, in context: ActionContext
  ) throws {
    let id = ID<GroupMember>()
    try context.tx.run(
      """
      INSERT INTO group_member (id, county, application, person, name, claims, told_sealed, claimed_fen, joined_on,
        last_event)
      VALUES (\(id), \(context.county), \(application), \(person), \(name), \(ExemptionCode.joined(claims)),
        \(Sealed.seal(telling, as: GroupMember.told(id), context.keys)), \(claimedFen), \(context.today),
        \(context.eventNumber))
      """)
  }

  static func leave(_ members: [ID<GroupMember>], because reason: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE group_member SET left_on = \(context.today), left_because = \(reason),
        last_event = \(context.eventNumber) WHERE county = \(context.county) AND id IN \(list: members)
      """)
  }
}

extension Application {
  /// 群体申请 · Several apply together.
  package var isGroup: Bool { groupSize > 1 }

  /// Asks the three tests of one who applies along.
  func judge(_ member: GroupMember, by yardstick: Yardstick, _ keys: KeyRing) throws -> Eligibility.Verdict {
    let telling = try member.telling(keys)
    return yardstick.judge(
      Eligibility.Facts(
        matter: matterCode, groups: telling.groups, claims: member.claims, household: telling.household,
        track: track, stage: stage),
      asOf: receivedOn)
  }
}
