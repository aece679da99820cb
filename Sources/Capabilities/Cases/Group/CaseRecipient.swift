package import Kernel
import Registry
package import Storage

/// 群体受援人 · Case recipient: one of those whom a group case aids, its head among them. A case of one recipient has no
/// such rows: its own row says who it is.
package struct CaseRecipient: Sendable, Hashable {
  package let person: PersonID
  /// As whoever reads may see it.
  package let name: String

  init(_ row: Row, for principal: Principal) throws {
    person = try row.get("person")
    name = try Protection(row).name(row.get("name"), to: principal)
  }
}

package enum CaseRecipientTable {
  /// 受援人数 · How many a group case aids, as a value of a row of `aid_case`; 0 where it is no group case.
  static let count: SQL = "(SELECT COUNT(*) FROM case_recipient r WHERE r.aid_case = aid_case.id)"

  /// In the order of the list, the head first.
  package static func of(
    _ aidCase: CaseID, for principal: Principal, _ reader: any Reader
  ) throws -> [CaseRecipient] {
    try reader.rows(
      """
      SELECT r.person, r.name, p.protection FROM case_recipient r JOIN person p ON p.id = r.person
      WHERE r.aid_case = \(aidCase) ORDER BY r.id
      """
    ).map { try CaseRecipient($0, for: principal) }
  }

  /// The names of those whom group cases aid beside their heads, by case.
  static func others(_ cases: [CaseID], _ reader: any Reader) throws -> [CaseID: [String]] {
    try reader.rows(
      """
      SELECT r.aid_case, r.name FROM case_recipient r JOIN aid_case ON aid_case.id = r.aid_case
      WHERE r.aid_case IN \(list: cases) AND r.person <> aid_case.recipient ORDER BY r.id
      """
    ).reduce(into: [:]) { try $0[$1.get("aid_case"), default: []].append($1.get("name")) }
  }

  static func insert(_ people: [(id: PersonID, name: String)], of aidCase: CaseID, in context: ActionContext) throws
  {
    for person in people {
      try context.tx.run(
        """
        INSERT INTO case_recipient (id, county, aid_case, person, name, last_event)
        VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(person.id), \(person.name), \(context.eventNumber))
        """)
    }
  }

  /// 按受援人计件 · A row for each recipient of a county's group cases where it counts by recipient, else none: joined to a
  /// row of `aid_case`, it makes the case count as often as it should.
  static func counted(_ county: CountyID) -> SQL {
    """
    LEFT JOIN (SELECT aid_case AS of_case FROM case_recipient WHERE county = \(county)
      AND \(GroupCounting.isByRecipient(county))) counted ON counted.of_case = aid_case.id
    """
  }

  /// As how many each of these cases counts, where that is more than one.
  static func weights(_ cases: [UUIDv7], in county: CountyID, _ reader: any Reader) throws -> [UUIDv7: Int] {
    try reader.rows(
      """
      SELECT aid_case, COUNT(*) AS recipients FROM case_recipient WHERE aid_case IN \(list: cases)
        AND \(GroupCounting.isByRecipient(county)) GROUP BY aid_case ORDER BY aid_case
      """
    ).reduce(into: [:]) { $0[try $1.get("aid_case")] = try $1.get("recipients") }
  }

  /// All group cases of a county, which count otherwise once the office says so.
  static func cases(_ county: UUIDv7, _ reader: any Reader) throws -> [UUIDv7] {
    try reader.rows(
      "SELECT DISTINCT aid_case FROM case_recipient WHERE county = \(county) ORDER BY aid_case"
    ).map { try $0.get("aid_case") }
  }
}

extension CasesMigration {
  /// 群体受援人的表 · Table of the recipients of group cases.
  static let group = Migration(id: "cases.group") { d in
    [
      """
      CREATE TABLE case_recipient (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        \(d.id("person")) REFERENCES person, name \(d.text) NOT NULL, last_event \(d.integer) NOT NULL,
        UNIQUE (aid_case, person)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX case_recipient_of_county ON case_recipient (county, aid_case)",
      "CREATE INDEX case_recipient_of_person ON case_recipient (county, person)",
    ]
  }
}
