package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 人才库成员 · Pool members: who belongs to a pool on a day, by the records and by what the director said of him.
package struct PoolMembers: Sendable {
  package let source: PoolSource
  let standings: [LegalAidPersonID: PoolStanding]
  /// 移出 · Whom the director took out, though the records would have him in.
  let left: [LegalAidPersonID: PoolLeave]

  package func holds(_ person: LegalAidPersonID) -> Bool {
    standings[person]?.isMember == true && left[person] == nil
  }

  /// Every pool, in the order of their sources.
  package static func all(
    _ sources: [PoolSource], in county: CountyID, on day: Day, _ reader: any Reader
  ) throws -> [PoolMembers] {
    guard !sources.isEmpty else { return [] }
    let left = try Dictionary(grouping: PoolLeaveTable.all(county, reader), by: \.pool)
    return try sources.map { source in
      PoolMembers(
        source: source, standings: try source.standings(reader, county, day),
        left: Dictionary(left[source.key, default: []].map { ($0.person, $0) }, uniquingKeysWith: { $1 }))
    }
  }
}

/// 移出人才库 · Pool leave: somebody whom the director took out of a pool, since when and why.
struct PoolLeave: Sendable {
  let pool: String
  let person: LegalAidPersonID
  let leftOn: Day
  let leftBy: String
  let reason: String
}

enum PoolLeaveTable {
  /// Those that stand; who came back stays in the table with both days.
  static func all(_ county: CountyID, _ reader: any Reader) throws -> [PoolLeave] {
    try reader.rows(
      """
      SELECT pool, person, left_on, left_by, reason FROM pool_leave WHERE county = \(county) AND back_on IS NULL
      ORDER BY id
      """
    ).map {
      PoolLeave(
        pool: try $0.get("pool"), person: try $0.get("person"), leftOn: try $0.get("left_on"),
        leftBy: try $0.get("left_by"), reason: try $0.get("reason"))
    }
  }

  static func insert(_ pool: String, _ person: LegalAidPersonID, because reason: String, in context: ActionContext)
    throws
  {
    try context.tx.run(
      """
      INSERT INTO pool_leave (id, county, pool, person, left_on, left_by, reason, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(pool), \(person), \(context.today), \(context.principal.name),
        \(reason), \(context.eventNumber))
      """)
  }

  /// How many stood.
  static func end(_ pool: String, _ person: LegalAidPersonID, in context: ActionContext) throws -> Int {
    try context.tx.run(
      """
      UPDATE pool_leave SET back_on = \(context.today), back_by = \(context.principal.name),
        last_event = \(context.eventNumber)
      WHERE county = \(context.county) AND pool = \(pool) AND person = \(person) AND back_on IS NULL
      """)
  }

  static let migration = Migration(id: "cases.pools") { d in
    [
      """
      CREATE TABLE pool_leave (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, pool \(d.text) NOT NULL,
        \(d.id("person")) REFERENCES legal_aid_person, left_on \(d.text) NOT NULL, left_by \(d.text) NOT NULL,
        reason \(d.text) NOT NULL, back_on \(d.text), back_by \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX pool_leave_of_county ON pool_leave (county, back_on, id)",
    ]
  }
}
