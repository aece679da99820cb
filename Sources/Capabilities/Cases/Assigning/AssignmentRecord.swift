package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 指派记录 · Assignment record: to which unit a case was given, why, and whom the unit named.
package struct AssignmentRecord: Sendable {
  package let id: UUIDv7
  package let unitName: String
  package let personName: String?
  package let assignedOn: Day
  package let namedOn: Day?
  package let reason: String
  /// Nil where it was not recorded.
  package let way: AssignmentWay?
  package let endedOn: Day?
  /// Why it ended: `replaced`, or the code of an `AssignmentReturn`.
  package let endedBecause: String?
  package let endedReason: String?

  init(_ row: Row) throws {
    id = try row.get("id")
    unitName = try row.get("unit_name")
    personName = try row.get("person_name")
    assignedOn = try row.get("assigned_on")
    namedOn = try row.get("named_on")
    reason = try row.get("reason")
    way = AssignmentWay(rawValue: try row.get("way"))
    endedOn = try row.get("ended_on")
    endedBecause = try row.get("ended_because")
    endedReason = try row.get("ended_reason")
  }
}

package enum AssignmentTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [AssignmentRecord] {
    try reader.rows(
      """
      SELECT assignment.id, agency.name AS unit_name, legal_aid_person.name AS person_name, assignment.assigned_on,
        assignment.named_on, assignment.reason, assignment.way, assignment.ended_on, assignment.ended_because, assignment.ended_reason
      FROM assignment JOIN agency ON agency.id = assignment.unit
        LEFT JOIN legal_aid_person ON legal_aid_person.id = assignment.person
      WHERE assignment.aid_case = \(aidCase) ORDER BY assignment.assigned_on, assignment.id
      """
    ).map(AssignmentRecord.init)
  }

  static func insert(
    _ aidCase: CaseID, to choice: AssignmentChoice, _ way: AssignmentWay, reason: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO assignment (id, county, aid_case, unit, person, assigned_on, named_on, reason, way, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(choice.unit), \(choice.person), \(context.today),
        \(choice.person == nil ? nil : context.today), \(reason), \(way.rawValue),
        \(context.eventNumber))
      """)
  }

  /// 已指派 · The numbers of those chosen that this person has assigned.
  static func assigned(
    _ chosen: [CaseID], for principal: Principal, _ reader: any Reader
  ) throws -> [String] {
    guard !chosen.isEmpty else { return [] }
    return try reader.rows(
      """
      SELECT aid_case.number FROM aid_case WHERE \(principal.sight("aid_case")) AND aid_case.id IN \(list: chosen)
        AND aid_case.state <> \(CaseState.opened)
        AND EXISTS (SELECT 1 FROM event WHERE event.county = aid_case.county AND event.number = aid_case.last_event
          AND event.actor = \(principal.user))
      ORDER BY aid_case.number, aid_case.id
      """
    ).map { try $0.get("number") }
  }

  static func end(_ aidCase: CaseID, because: String, reason: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE assignment SET ended_on = \(context.today), ended_because = \(because), ended_reason = \(reason),
        last_event = \(context.eventNumber) WHERE aid_case = \(aidCase) AND ended_on IS NULL
      """)
  }

  static func name(_ person: LegalAidPersonID, on aidCase: CaseID, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE assignment SET person = \(person), named_on = \(context.today), last_event = \(context.eventNumber)
      WHERE aid_case = \(aidCase) AND ended_on IS NULL AND person IS NULL
      """)
  }
}

extension AssignmentTable {
  /// 指派方式的列 · How an assignment came about, and what the undertaker was that day.
  static let ways = Migration(id: "cases.assignmentWay") { d in
    [
      "ALTER TABLE assignment ADD COLUMN way \(d.text) NOT NULL DEFAULT ''",
      "ALTER TABLE aid_case ADD COLUMN standing \(d.text)",
    ]
  }
}

/// 指派对象 · Whom a case is given to: a unit, and somebody of it where the centre names him itself.
package struct AssignmentChoice: Sendable, Hashable {
  package let unit: AgencyID
  package let person: LegalAidPersonID?

  package init(unit: AgencyID, person: LegalAidPersonID? = nil) {
    self.unit = unit
    self.person = person
  }
}
