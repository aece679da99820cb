import Foundation
package import Kernel
package import Storage

/// 年度要点表 · Every statement about plans.
package enum PlanTable {
  package static func of(_ year: Int, in county: CountyID, _ reader: any Reader) throws -> Plan? {
    try reader.value("SELECT content FROM plan WHERE county = \(county) AND year = \(year)", as: String.self)
      .map { try JSONDecoder().decode(Plan.self, from: Data($0.utf8)) }
  }

  package static func years(_ county: CountyID, _ reader: any Reader) throws -> [Int] {
    try reader.rows("SELECT year FROM plan WHERE county = \(county) ORDER BY year").map { try $0.get("year") }
  }

  /// How often the plan of a year was set; 0: never.
  static func version(of year: Int, in county: CountyID, _ reader: any Reader) throws -> Int {
    try reader.value("SELECT version FROM plan WHERE county = \(county) AND year = \(year)", as: Int.self) ?? 0
  }

  static func save(_ plan: Plan, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO plan (county, year, content, version, last_event)
      VALUES (\(context.county), \(plan.year), \(CanonicalJSON.encode(plan)), 1, \(context.eventNumber))
      ON CONFLICT (county, year) DO UPDATE SET content = excluded.content, version = plan.version + 1,
        last_event = excluded.last_event
      """)
  }
}
