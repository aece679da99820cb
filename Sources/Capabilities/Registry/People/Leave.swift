package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 离岗 · Leave: days, first and last included, on which a legal aid person takes no new cases: illness, study, a term
/// abroad. Nothing is assigned to somebody on leave.
package struct Leave: Sendable, Hashable {
  package let id: UUIDv7
  package let days: ClosedRange<Day>
}

package enum LeaveTable {
  /// One person's periods, the newest first.
  package static func of(_ person: LegalAidPersonID, in county: CountyID, _ reader: any Reader) throws -> [Leave] {
    try reader.rows(
      """
      SELECT id, from_on, to_on FROM leave_period WHERE county = \(county) AND legal_aid_person = \(person)
      ORDER BY from_on DESC, id DESC
      """
    ).map { Leave(id: try $0.get("id"), days: try $0.get("from_on")...$0.get("to_on")) }
  }

  /// Who is on leave on a day, until when: one query for a whole list of candidates.
  package static func onLeave(
    _ day: Day, in county: CountyID, _ reader: any Reader
  ) throws -> [LegalAidPersonID: Day] {
    try reader.rows(
      """
      SELECT legal_aid_person, MAX(to_on) AS last_on FROM leave_period
      WHERE county = \(county) AND from_on <= \(day) AND to_on >= \(day)
      GROUP BY legal_aid_person ORDER BY legal_aid_person
      """
    ).reduce(into: [:]) { found, row in
      found[try row.get("legal_aid_person")] = try row.get("last_on", as: Day.self)
    }
  }

  static func insert(_ person: LegalAidPersonID, _ days: ClosedRange<Day>, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO leave_period (id, county, legal_aid_person, from_on, to_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(person), \(days.lowerBound), \(days.upperBound),
        \(context.eventNumber))
      """)
  }
}

/// 登记离岗 · Records days on which a legal aid person takes no new cases. Refuses a period that meets another of his.
package struct RecordLeave: Action {
  package static let permission = Permission.manageAgencies
  private let person: LegalAidPersonID
  private let days: ClosedRange<Day>

  package init(of person: LegalAidPersonID, days: ClosedRange<Day>) {
    self.person = person
    self.days = days
  }

  package func perform(in context: ActionContext) throws -> Done {
    let one = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    let known = try LeaveTable.of(person, in: context.county, context.tx)
    if known.contains(where: { $0.days.overlaps(days) }) {
      throw Refusal(
        "leave.overlaps",
        Text("与已登记的离岗期间重叠，请核对日期。", "It meets a period that is recorded already: check the days."), field: "from")
    }
    try LeaveTable.insert(person, days, in: context)
    context.record(
      "legalAidPerson.leaveRecorded", .agency(one.unit),
      facts: ["person": .id(person), "from": .day(days.lowerBound), "to": .day(days.upperBound)])
    return Done()
  }
}
