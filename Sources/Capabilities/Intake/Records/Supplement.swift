package import Kernel
package import Storage
package import WorkCalendar

/// 补充材料 · Supplement: the one notice (F06) that tells an applicant everything that is missing, and when it was
/// supplied (条例 18; 程序规定 2012, 13; 法律援助法 43).
package struct Supplement: Sendable, Hashable {
  package let id: UUIDv7
  package let needed: String
  package let askedOn: Day
  /// As it stands on the notice.
  package let dueOn: Day
  package let suppliedOn: Day?

  /// 期限最后一日 · The day on which the time for it really ends: a rest day gives way to the next working day.
  package func lastDay(_ calendar: WorkCalendar) -> Day {
    calendar.due(.calendarDays(askedOn.days(until: dueOn)), from: .day(askedOn)).value?.day ?? dueOn
  }
}

package enum SupplementTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> Supplement? {
    try reader.row(
      "SELECT id, needed, asked_on, due_on, supplied_on FROM supplement WHERE application = \(application)"
    ).map {
      Supplement(
        id: try $0.get("id"), needed: try $0.get("needed"), askedOn: try $0.get("asked_on"),
        dueOn: try $0.get("due_on"), suppliedOn: try $0.get("supplied_on"))
    }
  }

  static func insert(
    of application: ApplicationID, needed: String, dueOn: Day, in context: ActionContext
  ) throws -> UUIDv7 {
    let id = UUIDv7()
    try context.tx.run(
      """
      INSERT INTO supplement (id, county, application, needed, asked_on, due_on, last_event)
      VALUES (\(id), \(context.county), \(application), \(needed), \(context.today), \(dueOn), \(context.eventNumber))
      """)
    return id
  }

  static func supplied(_ id: UUIDv7, in context: ActionContext) throws {
    try context.tx.run(
      "UPDATE supplement SET supplied_on = \(context.today), last_event = \(context.eventNumber) WHERE id = \(id)")
  }
}
