import Kernel
import Storage

/// 共同承办记录 · Co-undertakings: everybody who was ever named second undertaker of a case. Who was taken off again has acted
/// for its recipient all the same, and the conflict rules look at him (律师法 39).
enum CoUndertakingTable {
  static let migration = Migration(id: "cases.051") { d in
    [
      """
      CREATE TABLE co_undertaking (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        \(d.id("person")) REFERENCES legal_aid_person, named_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX co_undertaking_of_case ON co_undertaking (aid_case, named_on, id)",
      """
      INSERT INTO co_undertaking (id, county, aid_case, person, named_on, last_event)
      SELECT c.record, c.county, c.record, c.person, c.named_on, c.last_event FROM co_undertaker c
        JOIN aid_case ON aid_case.id = c.record
      """,
    ]
  }

  static func insert(_ person: LegalAidPersonID, on aidCase: CaseID, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO co_undertaking (id, county, aid_case, person, named_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(person), \(context.today), \(context.eventNumber))
      """)
  }
}
