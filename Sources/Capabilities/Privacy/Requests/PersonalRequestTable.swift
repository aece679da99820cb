package import Kernel
import Localization
import Registry
package import Storage
import WorkCalendar

package enum PersonalRequestTable {
  /// The request if the person asking may see it; else it is not there.
  package static func one(
    _ id: PersonalRequestID, for principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> PersonalRequest {
    let row = try reader.row("SELECT r.* FROM personal_request r WHERE r.id = \(id) AND \(principal.scope("r"))")
    guard let row else { throw Refusal.notFound }
    return try PersonalRequest(row, keys)
  }

  struct Line: Sendable {
    let id: PersonalRequestID
    let number: String
    let kind: PersonalRequestKind
    let state: PersonalRequestState
    /// As whoever reads may see it.
    let name: String
    let receivedOn: Day
    let dueOn: Day?
    let answeredOn: Day?
  }

  /// Those that one may see, the unanswered first.
  static func lines(
    _ states: [PersonalRequestState], of person: PersonID? = nil, limit: Int, for principal: Principal,
    _ reader: any Reader
  ) throws -> [Line] {
    let whose: SQL = person.map { "r.person = \($0)" } ?? "1 = 1"
    return try reader.rows(
      """
      SELECT r.id, r.number, r.kind, r.state, r.received_on, r.answered_on, p.name, p.protection, d.due_on
      FROM personal_request r JOIN person p ON p.id = r.person
      LEFT JOIN deadline d ON d.subject_kind = 'personalRequest' AND d.subject_id = r.id AND d.done_on IS NULL
      WHERE \(principal.scope("r")) AND r.state IN \(list: states) AND \(whose)
      ORDER BY d.due_on NULLS LAST, r.received_on DESC, r.id DESC LIMIT \(limit)
      """
    ).map { row in
      Line(
        id: try row.get("id"), number: try row.get("number"), kind: try row.get("kind"),
        state: try row.get("state"), name: try Protection(row).name(try row.get("name"), to: principal),
        receivedOn: try row.get("received_on"), dueOn: try row.get("due_on"), answeredOn: try row.get("answered_on")
      )
    }
  }

  static func of(_ person: PersonID, in county: CountyID, _ keys: KeyRing, _ reader: any Reader) throws
    -> [PersonalRequest]
  {
    try reader.rows(
      "SELECT * FROM personal_request WHERE county = \(county) AND person = \(person) ORDER BY id DESC LIMIT 100"
    ).map { try PersonalRequest($0, keys) }
  }

  static func events(_ id: PersonalRequestID, in county: CountyID, _ reader: any Reader) throws -> [Event] {
    try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND subject_kind = 'personalRequest'
        AND subject_id = \(id) ORDER BY number DESC LIMIT 100
      """
    ).map(Event.init)
  }

  /// The matters of a person, and whether something is still to be done in one of them.
  static func matters(
    of person: PersonID, in county: CountyID, _ reader: any Reader
  ) throws -> [(id: MatterID, isOpen: Bool)] {
    try reader.rows(
      """
      SELECT matter.id, COALESCE(MAX(search_entry.is_open), 0) AS is_open FROM matter
      LEFT JOIN search_entry ON search_entry.matter = matter.id
      WHERE matter.county = \(county) AND matter.recipient = \(person) GROUP BY matter.id ORDER BY matter.id
      """
    ).map { (try $0.get("id"), try $0.get("is_open")) }
  }
}

extension ActionContext {
  /// The request that an action is about, if it may be seen and is still the one that was shown.
  func personalRequest(_ id: PersonalRequestID) throws -> PersonalRequest {
    let found = try PersonalRequestTable.one(id, for: principal, keys, tx)
    try requireVersion(found.version)
    return found
  }

  func update(_ it: PersonalRequest, set changes: SQL) throws {
    try tx.run(
      """
      UPDATE personal_request SET \(changes), version = version + 1, last_event = \(eventNumber)
      WHERE id = \(it.id) AND county = \(county)
      """)
  }
}
