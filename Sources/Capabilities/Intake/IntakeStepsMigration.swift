import Storage

extension IntakeMigration {
  /// 受理之后的表 · Tables of the steps after the counter: the one supplement notice, and what was said at each step.
  static let steps = Migration(id: "intake.steps") { d in
    [
      """
      CREATE TABLE supplement (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application UNIQUE, needed \(d.text) NOT NULL, asked_on \(d.text) NOT NULL,
        due_on \(d.text) NOT NULL, supplied_on \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE step_note (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application, kind \(d.text) NOT NULL, words \(d.text) NOT NULL,
        \(d.optionalID("author")), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX note_of_application ON step_note (application, kind, id)",
    ]
  }
}
