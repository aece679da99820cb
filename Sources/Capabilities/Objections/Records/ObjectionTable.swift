package import Kernel
import Registry
package import Storage
import WorkCalendar

/// 异议表 · Every statement that reads and changes objections. Who sees the application or the case sees its objections.
package enum ObjectionTable {
  /// Objections `o` with what they are about: `a` the application, `c` the case, one of which is there.
  static let joined: SQL =
    """
    objection o LEFT JOIN aid_application a ON a.id = o.application LEFT JOIN aid_case c ON c.id = o.aid_case
      LEFT JOIN person p ON p.id = COALESCE(a.applicant, c.recipient)
    """

  static func seen(by principal: Principal) -> SQL {
    """
    o.county = \(principal.county) AND ((o.application IS NOT NULL AND \(principal.sight("a")))
      OR (o.aid_case IS NOT NULL AND \(principal.sight("c"))))
    """
  }

  package static func one(_ id: ObjectionID, for principal: Principal, _ reader: any Reader) throws -> Objection {
    guard
      let row = try reader.row("SELECT o.* FROM \(joined) WHERE o.id = \(id) AND \(seen(by: principal))")
    else { throw Refusal.notFound }
    return try Objection(row)
  }

  /// The objections to the decisions on one record, oldest first; whoever sees it sees them.
  package static func of(_ about: ObjectionSubject, _ reader: any Reader) throws -> [Objection] {
    let condition: SQL =
      switch about {
      case .application(let id): "application = \(id)"
      case .aidCase(let id): "aid_case = \(id)"
      }
    return try reader.rows("SELECT * FROM objection WHERE \(condition) ORDER BY received_on, id").map(
      Objection.init)
  }

  static func update(_ id: ObjectionID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE objection SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }
}
