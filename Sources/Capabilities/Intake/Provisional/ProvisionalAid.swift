package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 先行提供法律援助 · Provisional aid: aid ordered before the decision, with the day by which the papers are supplied. It
/// runs beside the application, and what becomes of it is what becomes of the application (程序规定 2012, 18; 法律援助法 44).
package struct ProvisionalAid: Sendable, Hashable {
  package let application: ApplicationID
  package let ground: ProvisionalGround
  /// 时效届满之日 · When the period ends that made it urgent.
  package let periodEnds: Day?
  package let supplyBy: Day
  package let orderedOn: Day
  package let orderedBy: String
  package let number: String
}

package enum ProvisionalAidTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> ProvisionalAid? {
    try reader.row(
      """
      SELECT ground, period_ends, supply_by, ordered_on, ordered_by, number FROM provisional_aid
      WHERE application = \(application)
      """
    ).map {
      ProvisionalAid(
        application: application, ground: try $0.get("ground"), periodEnds: try $0.get("period_ends"),
        supplyBy: try $0.get("supply_by"), orderedOn: try $0.get("ordered_on"), orderedBy: try $0.get("ordered_by"),
        number: try $0.get("number"))
    }
  }

  static func insert(_ aid: ProvisionalAid, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO provisional_aid (id, county, application, ground, period_ends, supply_by, ordered_on, ordered_by,
        number, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aid.application), \(aid.ground), \(aid.periodEnds), \(aid.supplyBy),
        \(aid.orderedOn), \(aid.orderedBy), \(aid.number), \(context.eventNumber))
      """)
  }

  /// Applications `a` that aid was ordered for and that are not decided, from a day before the papers are due; the most
  /// urgent first.
  static func due(_ principal: Principal, by day: Day, _ reader: any Reader) throws -> [Row] {
    try reader.rows(
      """
      SELECT a.id, a.state, COALESCE(a.number, a.receipt_number) AS number, p.name, a.cause, v.supply_by
      FROM provisional_aid v JOIN aid_application a ON a.id = v.application JOIN person p ON p.id = a.applicant
      WHERE \(principal.sight("a")) AND v.supply_by <= \(day)
        AND a.state IN \(list: ApplicationState.allCases.filter(\.takesMaterials))
      ORDER BY v.supply_by, a.id LIMIT \(WorkItemSource.most)
      """)
  }
}

extension IntakeMigration {
  /// 先行提供法律援助的表 · Table of provisional aid: one order for an application.
  static let provisional = Migration(id: "intake.provisional") { d in
    [
      """
      CREATE TABLE provisional_aid (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application UNIQUE, ground \(d.text) NOT NULL, period_ends \(d.text),
        supply_by \(d.text) NOT NULL, ordered_on \(d.text) NOT NULL, ordered_by \(d.text) NOT NULL,
        number \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX provisional_by_day ON provisional_aid (county, supply_by, id)",
    ]
  }
}
