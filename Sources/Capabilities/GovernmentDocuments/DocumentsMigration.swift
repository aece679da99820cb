package import Storage

/// 政府文件的表 · Tables of government documents, their tasks, and what was said at each step of a task.
package enum DocumentsMigration {
  package static let all = [first]

  private static let first = Migration(id: "documents.001") { d in
    [
      """
      CREATE TABLE government_document (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, number \(d.text) NOT NULL, title \(d.text) NOT NULL,
        issuer \(d.text) NOT NULL, issued_on \(d.text) NOT NULL, received_on \(d.text) NOT NULL, in_force_on \(d.text),
        about \(d.text), recorder \(d.text) NOT NULL, version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX government_document_number ON government_document (county, number)",
      "CREATE INDEX government_document_newest ON government_document (county, received_on, id)",
      """
      CREATE TABLE implementation_task (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("document")) REFERENCES government_document, duty \(d.text) NOT NULL, \(d.optionalID("agency")),
        \(d.optionalID("person")), outside \(d.text), due_on \(d.text) NOT NULL, state \(d.text) NOT NULL,
        \(d.id("setter")), \(d.optionalID("reporter")), reported_on \(d.text), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX implementation_task_of_document ON implementation_task (document, state, due_on)",
      "CREATE INDEX implementation_task_by_day ON implementation_task (county, state, due_on, id)",
      """
      CREATE TABLE implementation_entry (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("task")) REFERENCES implementation_task, kind \(d.text) NOT NULL, words \(d.text),
        by_name \(d.text) NOT NULL, at \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX implementation_entry_of_task ON implementation_entry (task, at)",
    ]
  }
}
