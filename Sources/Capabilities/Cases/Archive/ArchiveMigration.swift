import Storage

/// 档案的表 · Tables of the archive: where a dossier stands, who borrowed it, and what was appraised.
enum ArchiveMigration {
  static let archive = Migration(id: "cases.021") { d in
    [
      """
      CREATE TABLE archive_entry (
        \(d.id("aid_case")) PRIMARY KEY REFERENCES aid_case, \(d.id("county")) REFERENCES county,
        shelf \(d.text) NOT NULL, box \(d.text) NOT NULL, retention_ground \(d.text) NOT NULL,
        retention_reason \(d.text) NOT NULL, destroyed_on \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE archive_loan (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        state \(d.text) NOT NULL, borrower \(d.text) NOT NULL, unit_name \(d.text) NOT NULL,
        purpose \(d.text) NOT NULL, is_protected \(d.integer) NOT NULL, due_on \(d.text) NOT NULL,
        \(d.optionalID("requested_by")), requested_by_name \(d.text) NOT NULL, requested_on \(d.text) NOT NULL,
        decided_by_name \(d.text), decided_on \(d.text), legal_reason \(d.text), returned_on \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX archive_loan_by_state ON archive_loan (county, state, due_on, id)",
      "CREATE INDEX archive_loan_of_case ON archive_loan (aid_case, id)",
      """
      CREATE TABLE archive_appraisal (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, state \(d.text) NOT NULL,
        opinion \(d.text) NOT NULL, \(d.optionalID("made_by")), made_by_name \(d.text) NOT NULL,
        made_on \(d.text) NOT NULL, \(d.optionalID("first_by")), first_by_name \(d.text), first_on \(d.text),
        \(d.optionalID("second_by")), second_by_name \(d.text), second_on \(d.text), carried_out_on \(d.text),
        witness \(d.text), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX archive_appraisal_by_state ON archive_appraisal (county, state, id)",
      """
      CREATE TABLE archive_appraisal_item (
        \(d.id("appraisal")) REFERENCES archive_appraisal, \(d.id("aid_case")) REFERENCES aid_case,
        \(d.id("county")) REFERENCES county, is_destroyed \(d.integer) NOT NULL, PRIMARY KEY (appraisal, aid_case)
      ) \(d.tableSuffix)
      """,
    ]
  }
}
