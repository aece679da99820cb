package import Kernel
import Localization
import Registry
package import Storage
import WorkCalendar

/// 利益冲突提示 · Other side: an application or a case here that has somebody of this dispute on the other side: an opposing
/// party who is helped here himself, or the applicant whom somebody helped here is against. Known by the name, by the
/// identity number, or by a near name.
package struct OtherSide: Sendable {
  package let role: PartyRole
  package let likeness: Likeness
  /// Whom it is about, as the form names him.
  let name: String
  let isOpen: Bool
  package let number: String
  let cause: String
  let on: Day
  let state: Text
  /// 数据范围 · Within the data scope of whoever asks; else only that it is there may be said.
  let isWithinScope: Bool
  let application: ApplicationID?
}

package enum OtherSideTable {
  /// 所问 · Who is asked for: as the form names them, with the keyed hashes of the identity numbers told.
  package struct Asked: Sendable {
    let opposing: [String]
    let applicant: String
    /// Of the one opposing party whose number was told.
    let opposingHash: [UInt8]?
    let applicantHash: [UInt8]?

    package init(
      opposing: [String], applicant: String, opposingHash: [UInt8]? = nil, applicantHash: [UInt8]? = nil
    ) {
      self.opposing = opposing
      self.applicant = applicant
      self.opposingHash = opposingHash
      self.applicantHash = applicantHash
    }
  }

  /// Of applications not granted and of cases, open ones first and the surest before the merely near: a granted
  /// application goes on in its case. CROSS JOIN has SQLite begin with the few people, whatever it knows of its tables; the
  /// matters are the county's already.
  package static func of(_ asked: Asked, for principal: Principal, _ reader: any Reader) throws -> [OtherSide] {
    let near = try AlikeNames.of(asked.opposing + [asked.applicant], in: principal.county, reader)
    let sides = sides(asked, near, principal.county)
    let open = ApplicationState.allCases.filter(\.takesMaterials)
    let applications = try reader.rows(
      """
      SELECT s.role, s.name, s.likeness, COALESCE(a.number, a.receipt_number) AS number, a.cause,
        a.received_on AS begun_on, a.state, a.id AS application,
        CASE WHEN a.state IN \(list: open) THEN 1 ELSE 0 END AS is_open,
        CASE WHEN \(principal.scope("a")) THEN 1 ELSE 0 END AS is_within
      FROM (\(sides)) s CROSS JOIN aid_application a
      WHERE a.matter = s.matter AND a.state <> \(ApplicationState.granted) AND \(principal.unconcealed("a"))
      ORDER BY is_open DESC, s.likeness, a.received_on DESC, a.id DESC, s.name LIMIT 20
      """
    ).map { try OtherSide($0, asked, near, state: $0.get("state", as: ApplicationState.self).name) }
    let cases = try reader.rows(
      """
      SELECT s.role, s.name, s.likeness, c.number, c.cause, c.accepted_on AS begun_on, c.application,
        CASE WHEN c.ended IS NULL AND c.closed_on IS NULL THEN 1 ELSE 0 END AS is_open,
        CASE WHEN \(principal.scope("c")) THEN 1 ELSE 0 END AS is_within
      FROM (\(sides)) s CROSS JOIN aid_case c WHERE c.matter = s.matter AND \(principal.unconcealed("c"))
      ORDER BY is_open DESC, s.likeness, c.accepted_on DESC, c.id DESC, s.name LIMIT 20
      """
    ).map { row in
      let isOpen: Bool = try row.get("is_open")
      return try OtherSide(
        row, asked, near, state: isOpen ? Text("案件在办", "Case under way") : Text("案件已结", "Case closed"))
    }
    return once(applications) + once(cases)
  }

  /// The same record by its number and by its name is told once, as what it is most surely.
  private static func once(_ found: [OtherSide]) -> [OtherSide] {
    var seen: Set<String> = []
    return found.filter { seen.insert("\($0.role.rawValue) \($0.number)").inserted }
  }

  private static func sides(_ asked: Asked, _ near: [String: Set<String>], _ county: CountyID) -> SQL {
    let nearOpposing = asked.opposing.reduce(into: Set<String>()) { $0.formUnion(near[$1] ?? []) }
      .subtracting(asked.opposing).sorted()
    let nearApplicant = (near[asked.applicant] ?? []).sorted()
    // Names that the applicant bore when he was recorded before.
    let former: SQL =
      """
      SELECT t.name FROM person p CROSS JOIN party t
      WHERE p.county = \(county) AND p.identity_hash = \(asked.applicantHash) AND \(recipient)
        AND t.name <> \(asked.applicant)
      """
    return """
      SELECT t.matter, p.name, t.role, \(Likeness.exact.rawValue) AS likeness FROM person p CROSS JOIN party t
      WHERE p.county = \(county) AND p.name IN \(list: asked.opposing) AND \(recipient)
      UNION \(parties(.recipient, .exact, "name IN \(list: asked.opposing)", county))
      UNION \(parties(.opposing, .exact, "name = \(asked.applicant)", county))
      UNION \(parties(.recipient, .near, "name IN \(list: nearOpposing)", county))
      UNION \(parties(.opposing, .near, "name IN \(list: nearApplicant)", county))
      UNION \(parties(.opposing, .identity, "name IN (\(former))", county))
      UNION \(parties(.opposing, .identity, "identity_hash = \(asked.applicantHash)", county))
      UNION SELECT t.matter, t.name, t.role, \(Likeness.identity.rawValue) FROM person p CROSS JOIN party t
      WHERE p.county = \(county) AND p.identity_hash = \(asked.opposingHash) AND \(recipient)
      """
  }

  private static let recipient: SQL = "t.county = p.county AND t.person = p.id AND t.role = 'recipient'"

  private static func parties(
    _ role: PartyRole, _ likeness: Likeness, _ condition: SQL, _ county: CountyID
  ) -> SQL {
    """
    SELECT matter, name, role, \(likeness.rawValue) FROM party
    WHERE county = \(county) AND role = \(role) AND \(condition)
    """
  }
}

extension OtherSide {
  fileprivate init(
    _ row: Row, _ asked: OtherSideTable.Asked, _ near: [String: Set<String>], state: Text
  ) throws {
    let (role, recorded): (PartyRole, String) = (try row.get("role"), try row.get("name"))
    self.role = role
    likeness = Likeness(rawValue: try row.get("likeness")) ?? .near
    let opposing = asked.opposing.first { $0 == recorded || near[$0]?.contains(recorded) == true }
    name = role == .opposing ? asked.applicant : opposing ?? asked.opposing.first ?? ""
    isOpen = try row.get("is_open")
    number = try row.get("number")
    cause = try row.get("cause")
    on = try row.get("begun_on")
    isWithinScope = try row.get("is_within")
    application = try row.get("application")
    self.state = state
  }
}
