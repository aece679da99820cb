package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 退回通知单 · Return slip: everything that was wrong with a dossier when it went back to the undertaker.
package struct ReturnSlip: Sendable {
  package struct Line: Sendable, Hashable {
    /// A code of the checklist.
    package let item: String
    /// What is wrong with it; empty where the slip's own reason says it.
    package let reason: String
  }

  package let id: UUIDv7
  package let returnedOn: Day
  package let returnedBy: String
  package let reason: String
  /// 增列理由 · Why it names items that no earlier slip named.
  package let addedBecause: String?
  package let lines: [Line]
}

package enum ReturnSlipTable {
  /// The slips of a case, the oldest first.
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [ReturnSlip] {
    let rows = try reader.rows(
      """
      SELECT dossier_return.id, returned_on, returned_by, dossier_return.reason, added_because, item,
        dossier_return_item.reason AS item_reason
      FROM dossier_return JOIN dossier_return_item ON dossier_return_item.dossier_return = dossier_return.id
      WHERE dossier_return.aid_case = \(aidCase) ORDER BY dossier_return.id, position
      """)
    var slips: [ReturnSlip] = []
    for row in rows {
      let line = ReturnSlip.Line(item: try row.get("item"), reason: try row.get("item_reason"))
      let id: UUIDv7 = try row.get("id")
      let earlier = slips.last?.id == id ? slips.removeLast().lines : []
      slips.append(
        ReturnSlip(
          id: id, returnedOn: try row.get("returned_on"), returnedBy: try row.get("returned_by"),
          reason: try row.get("reason"), addedBecause: try row.get("added_because"), lines: earlier + [line]))
    }
    return slips
  }

  static func insert(
    _ lines: [ReturnSlip.Line], _ reason: String, addedBecause: String?, of aidCase: CaseID,
    in context: ActionContext
  ) throws {
    let id = UUIDv7()
    try context.tx.run(
      """
      INSERT INTO dossier_return (id, county, aid_case, returned_on, returned_by, reason, added_because, last_event)
      VALUES (\(id), \(context.county), \(aidCase), \(context.today), \(context.principal.name), \(reason),
        \(addedBecause), \(context.eventNumber))
      """)
    for (position, line) in lines.enumerated() {
      try context.tx.run(
        """
        INSERT INTO dossier_return_item (dossier_return, county, position, item, reason)
        VALUES (\(id), \(context.county), \(position), \(line.item), \(line.reason))
        """)
    }
  }
}
