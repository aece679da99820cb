import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 利益冲突提示 · Other side: an application or a case here that has somebody of this dispute on the other side: an opposing
/// party who is helped here himself, or the applicant whom somebody helped here is against. Names are compared exactly.
struct OtherSide: Sendable {
  let role: PartyRole
  /// Whom it is about, as the form names him.
  let name: String
  let isOpen: Bool
  let cause: String
  let on: Day
  let state: Text
  /// 数据范围 · Within the data scope of whoever asks; else only that it is there may be said.
  let isWithinScope: Bool
  let application: ApplicationID?
}

enum OtherSideTable {
  /// Of applications not granted and of cases, open ones first: a granted application goes on in its case.
  static func of(
    opposing: [String], applicant: String, for principal: Principal, _ reader: any Reader
  ) throws -> [OtherSide] {
    let sides = sides(opposing: opposing, applicant: applicant, principal.county)
    let open = ApplicationState.allCases.filter(\.takesMaterials)
    let applications = try reader.rows(
      """
      SELECT s.role, s.name, a.cause, a.received_on AS begun_on, a.state, a.id AS application,
        CASE WHEN a.state IN \(list: open) THEN 1 ELSE 0 END AS is_open,
        CASE WHEN \(principal.scope("a")) THEN 1 ELSE 0 END AS is_within
      FROM (\(sides)) s JOIN aid_application a ON a.matter = s.matter
      WHERE a.county = \(principal.county) AND a.state <> \(ApplicationState.granted) AND \(principal.unconcealed("a"))
      ORDER BY is_open DESC, a.received_on DESC, a.id DESC LIMIT 20
      """
    ).map { try OtherSide($0, state: $0.get("state", as: ApplicationState.self).name) }
    let cases = try reader.rows(
      """
      SELECT s.role, s.name, c.cause, c.accepted_on AS begun_on, c.application,
        CASE WHEN c.ended IS NULL AND c.closed_on IS NULL THEN 1 ELSE 0 END AS is_open,
        CASE WHEN \(principal.scope("c")) THEN 1 ELSE 0 END AS is_within
      FROM (\(sides)) s JOIN aid_case c ON c.matter = s.matter
      WHERE c.county = \(principal.county) AND \(principal.unconcealed("c"))
      ORDER BY is_open DESC, c.accepted_on DESC, c.id DESC LIMIT 20
      """
    ).map { row in
      let isOpen: Bool = try row.get("is_open")
      return try OtherSide(row, state: isOpen ? Text("案件在办", "Case under way") : Text("案件已结", "Case closed"))
    }
    return applications + cases
  }

  private static func sides(opposing: [String], applicant: String, _ county: CountyID) -> SQL {
    """
    SELECT m.id AS matter, p.name AS name, 'recipient' AS role FROM matter m JOIN person p ON p.id = m.recipient
    WHERE m.county = \(county) AND p.county = \(county) AND p.name IN \(list: opposing)
    UNION SELECT t.matter, t.name, t.role FROM party t
    WHERE t.county = \(county) AND (t.role = 'opposing' AND t.name = \(applicant)
      OR t.role = 'recipient' AND t.name IN \(list: opposing))
    """
  }
}

extension OtherSide {
  fileprivate init(_ row: Row, state: Text) throws {
    role = try row.get("role")
    name = try row.get("name")
    isOpen = try row.get("is_open")
    cause = try row.get("cause")
    on = try row.get("begun_on")
    isWithinScope = try row.get("is_within")
    application = try row.get("application")
    self.state = state
  }
}
