package import Kernel
package import Storage
package import WorkCalendar

/// 开庭 · Hearing: one day in court or before a commission; whether it took place, and whether it was observed.
package struct Hearing: Sendable {
  package let id: HearingID
  package let heldOn: Day
  /// `09:30`; empty where only the day is known.
  package let startsAt: String?
  package let court: String
  package let place: String
  package let isHeld: Bool
  package let isObserved: Bool

  init(_ row: Row) throws {
    id = try row.get("id")
    heldOn = try row.get("held_on")
    startsAt = try row.get("starts_at")
    court = try row.get("court")
    place = try row.get("place")
    isHeld = try row.get("is_held")
    isObserved = try row.get("is_observed")
  }
}

package enum HearingTable {
  private static let columns: SQL = "id, held_on, starts_at, court, place, is_held, is_observed"

  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [Hearing] {
    try reader.rows("SELECT \(columns) FROM hearing WHERE aid_case = \(aidCase) ORDER BY held_on, id")
      .map(Hearing.init)
  }

  /// Those of several cases, each in order of their days.
  static func of(_ cases: [CaseID], _ reader: any Reader) throws -> [CaseID: [Hearing]] {
    try reader.rows(
      "SELECT aid_case, \(columns) FROM hearing WHERE aid_case IN \(list: cases) ORDER BY held_on, id"
    ).reduce(into: [:]) { hearings, row in
      let id: CaseID = try row.get("aid_case")
      hearings[id, default: []].append(try Hearing(row))
    }
  }

  /// Writes down a day that is still to come.
  @discardableResult
  package static func insert(
    of aidCase: CaseID, on day: Day, at time: String?, court: String, place: String, in context: ActionContext
  ) throws -> HearingID {
    let id = HearingID()
    try context.tx.run(
      """
      INSERT INTO hearing (id, county, aid_case, held_on, starts_at, court, place, is_held, is_observed, last_event)
      VALUES (\(id), \(context.county), \(aidCase), \(day), \(time), \(court), \(place), \(false), \(false),
        \(context.eventNumber))
      """)
    return id
  }

  static func one(_ id: HearingID, of aidCase: CaseID, _ reader: any Reader) throws -> Hearing {
    guard let row = try reader.row("SELECT \(columns) FROM hearing WHERE id = \(id) AND aid_case = \(aidCase)")
    else { throw Refusal.notFound }
    return try Hearing(row)
  }
}
