import Kernel
import Storage
import WorkCalendar

/// 在押人员申请表 · Whose applications came from custody, and by how much late.
enum CustodyTable {
  static func insert(
    _ criminal: CriminalFacts?, of application: ApplicationID, reachedAt: Instant, in context: ActionContext
  ) throws {
    guard let custody = criminal?.custody else { return }
    try context.tx.run(
      """
      INSERT INTO custody_application (application, county, organ, through, handed_over_at, reached_at, hours_late,
        last_event)
      VALUES (\(application), \(context.county), \(criminal?.organ), \(custody.through), \(custody.handedOverAt),
        \(reachedAt), \(custody.hoursLate(reachedAt: reachedAt, context.calendar)), \(context.eventNumber))
      """)
  }

  /// Applications `a` from custody, or only those that came late, as a condition.
  static func from(_ filter: CustodyFilter) -> SQL {
    let late: SQL = filter == .late ? " AND c.hours_late IS NOT NULL" : .empty
    return "EXISTS (SELECT 1 FROM custody_application c WHERE c.application = a.id\(late))"
  }
}

/// 在押筛选 · Which applications from custody a list shows.
enum CustodyFilter: String, Sendable, CaseIterable {
  case all, late
}
