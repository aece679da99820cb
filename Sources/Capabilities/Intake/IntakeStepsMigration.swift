import Storage

extension IntakeMigration {
  /// 受理之后的表 · Tables of the steps after the counter: the one supplement notice, recusals, queries, and what was said
  /// at each step.
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
      """
      CREATE TABLE recusal (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application, \(d.id("person")) REFERENCES user_account,
        person_name \(d.text) NOT NULL, source \(d.text) NOT NULL, reason \(d.text) NOT NULL, raised_on \(d.text) NOT NULL,
        is_granted \(d.integer), decided_by \(d.text), decided_on \(d.text), words \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX recusal_of_application ON recusal (application, raised_on, id)",
      """
      CREATE TABLE verification (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application, kind \(d.text) NOT NULL, addressee \(d.text) NOT NULL,
        question \(d.text) NOT NULL, sent_on \(d.text) NOT NULL, answer \(d.text), answered_on \(d.text),
        is_excluded \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX verification_of_application ON verification (application, sent_on, id)",
    ]
  }
}
