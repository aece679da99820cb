package import Kernel
package import Localization
package import Storage

/// 当事人地位 · Party role: on which side of a matter somebody stands.
package enum PartyRole: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case recipient, opposing

  package var name: Text {
    switch self {
    case .recipient: Text("受援人", "Recipient")
    case .opposing: Text("对方当事人", "Opposing party")
    }
  }
}

/// 当事人 · Party: somebody on one side of a matter; `person` where the office knows who it is.
package struct Party: Sendable, Hashable {
  package let id: PartyID
  package let matter: MatterID
  package let person: PersonID?
  package let role: PartyRole
  package let name: String

  init(_ row: Row) throws {
    id = try row.get("id")
    matter = try row.get("matter")
    person = try row.get("person")
    role = try row.get("role")
    name = try row.get("name")
  }
}

package enum PartyTable {
  /// 几个当事人 · The names in one answer, set apart by 、 or ； or line ends.
  package static func names(in text: String) -> [String] {
    text.split(whereSeparator: { "、；;\n".contains($0) }).map { $0.trimmingPrefix(while: \.isWhitespace) }.map(
      String.init
    )
    .filter { !$0.isEmpty }
  }

  private static let columns: SQL = "id, matter, person, role, name"

  package static func of(_ matter: MatterID, in county: CountyID, _ reader: any Reader) throws -> [Party] {
    try reader.rows(
      "SELECT \(columns) FROM party WHERE matter = \(matter) AND county = \(county) ORDER BY role DESC, id"
    ).map(Party.init)
  }

  /// 对方当事人 · The names of the opposing parties of several matters, in one query. The matters are of one county already;
  /// to name it here would have a large county's parties read whole.
  package static func opposing(of matters: [MatterID], _ reader: any Reader) throws -> [MatterID: [String]] {
    try reader.rows(
      """
      SELECT matter, name FROM party WHERE matter IN \(list: matters) AND role = \(PartyRole.opposing) ORDER BY id
      """
    ).reduce(into: [:]) { try $0[$1.get("matter"), default: []].append($1.get("name")) }
  }

  /// `identityHash`: the keyed hash of the identity number of one who is no person of the register.
  @discardableResult
  package static func insert(
    _ role: PartyRole, name: String, person: PersonID? = nil, identityHash: [UInt8]? = nil, matter: MatterID,
    in context: ActionContext
  ) throws -> PartyID {
    let id = PartyID()
    try context.tx.run(
      """
      INSERT INTO party (id, county, matter, person, role, name, near, identity_hash, last_event)
      VALUES (\(id), \(context.county), \(matter), \(person), \(role), \(name), \(AlikeNames.sound(of: name)),
        \(identityHash), \(context.eventNumber))
      """)
    return id
  }

  /// Takes people off the recipients of a matter who apply in no stage of it any more.
  static func removeRecipients(
    _ people: [PersonID], of matter: MatterID, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      DELETE FROM party WHERE matter = \(matter) AND county = \(context.county) AND role = \(PartyRole.recipient)
        AND person IN \(list: people) AND person NOT IN (
          SELECT g.person FROM group_member g JOIN aid_application a ON a.id = g.application
          WHERE a.matter = \(matter) AND g.left_on IS NULL)
      """)
  }
}
