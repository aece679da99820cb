package import Kernel
package import Storage
package import WorkCalendar

/// 事项 · Matter: the whole dispute of one recipient; each stage of it that is aided is a case of its own.
package struct Matter: Sendable, Hashable {
  package let id: MatterID
  package let recipient: PersonID
  package let cause: String
  package let openedOn: Day

  init(_ row: Row) throws {
    id = try row.get("id")
    recipient = try row.get("recipient")
    cause = try row.get("cause")
    openedOn = try row.get("opened_on")
  }
}

package enum MatterTable {
  package static func one(_ id: MatterID, in county: CountyID, _ reader: any Reader) throws -> Matter {
    guard
      let row = try reader.row(
        "SELECT id, recipient, cause, opened_on FROM matter WHERE id = \(id) AND county = \(county)")
    else { throw Refusal.notFound }
    return try Matter(row)
  }

  @discardableResult
  package static func insert(
    recipient: PersonID, cause: String, openedOn: Day? = nil, in context: ActionContext
  ) throws -> MatterID {
    let id = MatterID()
    try context.tx.run(
      """
      INSERT INTO matter (id, county, recipient, cause, opened_on, last_event)
      VALUES (\(id), \(context.county), \(recipient), \(cause), \(openedOn ?? context.today), \(context.eventNumber))
      """)
    return id
  }
}
