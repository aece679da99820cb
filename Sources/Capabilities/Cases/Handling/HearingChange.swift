package import Kernel
package import Storage
package import WorkCalendar

/// 开庭变更 · Hearing change: when a hearing was to be, to which day it was moved, or that it was cancelled, and why.
package struct HearingChange: Sendable {
  package let wasOn: Day
  package let wasAt: String?
  /// Nil where it was cancelled.
  package let movedTo: Day?
  package let movedAt: String?
  package let court: String
  package let reason: String
  package let recordedBy: String

  init(_ row: Row) throws {
    wasOn = try row.get("was_on")
    wasAt = try row.get("was_at")
    movedTo = try row.get("moved_to")
    movedAt = try row.get("moved_at")
    court = try row.get("court")
    reason = try row.get("reason")
    recordedBy = try row.get("recorded_by")
  }
}

package enum HearingChangeTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [HearingChange] {
    try reader.rows(
      """
      SELECT was_on, was_at, moved_to, moved_at, court, reason, recorded_by FROM hearing_change
      WHERE aid_case = \(aidCase) ORDER BY last_event, id
      """
    ).map(HearingChange.init)
  }

  static func insert(
    _ old: Hearing, of aidCase: CaseID, to day: Day?, _ time: String?, _ reason: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO hearing_change (id, county, aid_case, hearing, was_on, was_at, moved_to, moved_at, court, reason,
        recorded_by, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(old.id), \(old.heldOn), \(old.startsAt), \(day), \(time),
        \(old.court), \(reason), \(context.principal.name), \(context.eventNumber))
      """)
  }
}
