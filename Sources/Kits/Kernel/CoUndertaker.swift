package import Storage
import WorkCalendar

/// 共同承办 · Co-undertaker: the second person of the same unit who undertakes a record beside its undertaker, and sees it
/// as he does (刑事诉讼法 33; AT-12.4). One for a record.
package enum CoUndertakerTable {
  static let migration = Migration(id: "kernel.co_undertaker") { d in
    [
      """
      CREATE TABLE co_undertaker (
        \(d.id("record")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("person")),
        named_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX co_undertaker_of_person ON co_undertaker (person, record)",
    ]
  }

  /// The records that somebody undertakes beside another.
  package static func records(of person: LegalAidPersonID?) -> SQL {
    "(SELECT record FROM co_undertaker WHERE person = \(person))"
  }

  package static func set(_ person: LegalAidPersonID, on record: UUIDv7, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO co_undertaker (record, county, person, named_on, last_event)
      VALUES (\(record), \(context.county), \(person), \(context.today), \(context.eventNumber))
      ON CONFLICT (record) DO UPDATE SET person = excluded.person, named_on = excluded.named_on,
        last_event = excluded.last_event
      """)
  }

  package static func remove(from record: UUIDv7, in context: ActionContext) throws {
    try context.tx.run("DELETE FROM co_undertaker WHERE record = \(record) AND county = \(context.county)")
  }
}
