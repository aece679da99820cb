package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 档案 · Archive entry: where an archived dossier stands, why it is kept so long, and whether it still exists.
package struct ArchiveEntry: Sendable {
  package let shelf: String
  package let box: String
  package let ground: RetentionGround?
  package let reason: String
  package let destroyedOn: Day?

  init(_ row: Row) throws {
    shelf = try row.get("shelf", as: String?.self) ?? ""
    box = try row.get("box", as: String?.self) ?? ""
    ground = try row.get("retention_ground", as: String?.self).flatMap(RetentionGround.init)
    reason = try row.get("retention_reason", as: String?.self) ?? ""
    destroyedOn = try row.get("destroyed_on")
  }
}

package enum ArchiveTable {
  package static func entry(of aidCase: CaseID, _ reader: any Reader) throws -> ArchiveEntry? {
    try reader.row(
      """
      SELECT shelf, box, retention_ground, retention_reason, destroyed_on FROM archive_entry
      WHERE aid_case = \(aidCase)
      """
    ).map(ArchiveEntry.init)
  }

  static func insert(
    _ found: AidCase, shelf: String, box: String, reason: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO archive_entry (aid_case, county, shelf, box, retention_ground, retention_reason, last_event)
      VALUES (\(found.id), \(context.county), \(shelf), \(box), \(found.retentionGround.rawValue), \(reason),
        \(context.eventNumber))
      """)
  }

  /// 已销毁 · Marks it destroyed; the row stays. An old case from a ledger gets its row now.
  static func markDestroyed(_ aidCase: CaseID, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO archive_entry (aid_case, county, shelf, box, retention_ground, retention_reason, destroyed_on,
        last_event)
      VALUES (\(aidCase), \(context.county), '', '', '', '', \(context.today), \(context.eventNumber))
      ON CONFLICT (aid_case) DO UPDATE SET destroyed_on = \(context.today), last_event = \(context.eventNumber)
      """)
  }
}
