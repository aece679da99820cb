package import Storage

/// 案件的表 · Tables of cases, hearings, assignments and handling records.
package enum CasesMigration {
  package static let all = [
    first, changing, moving, DossierMigration.returns, ArchiveMigration.archive, reporting, results, newest,
    openOfUnit, CoUndertakingTable.migration, requester, criminal, group, AssignmentTable.ways,
    PoolLeaveTable.migration, assigned,
  ]

  private static let first = Migration(id: "cases.001") { d in
    [
      """
      CREATE TABLE aid_case (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, number \(d.text) NOT NULL,
        \(d.id("origin")) REFERENCES agency, \(d.id("owner")) REFERENCES agency, \(d.optionalID("unit")) REFERENCES agency,
        \(d.optionalID("undertaker")) REFERENCES legal_aid_person, undertaker_kind \(d.text),
        \(d.optionalID("application")) REFERENCES aid_application, \(d.id("matter")) REFERENCES matter,
        \(d.id("recipient")) REFERENCES person, recipient_name \(d.text) NOT NULL, groups \(d.text) NOT NULL,
        township \(d.text), track \(d.text) NOT NULL, form \(d.text) NOT NULL, stage \(d.text), cause \(d.text) NOT NULL,
        rule_set \(d.text) NOT NULL, state \(d.text) NOT NULL, ended \(d.text), accepted_on \(d.text) NOT NULL,
        assigned_on \(d.text), engaged_on \(d.text), closed_on \(d.text), closing_basis \(d.text), outcome \(d.text),
        recovered_fen \(d.integer), dossier_submitted_on \(d.text), dossier_accepted_on \(d.text),
        archived_on \(d.text), archive_number \(d.text), retention \(d.text), imported_grade \(d.text),
        is_imported \(d.integer) NOT NULL, imported_digest \(d.blob), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX case_number ON aid_case (county, number)",
      "CREATE INDEX case_by_owner ON aid_case (county, owner, state, accepted_on, id)",
      "CREATE INDEX case_by_origin ON aid_case (county, origin, state, accepted_on, id)",
      "CREATE INDEX case_by_unit ON aid_case (county, unit, undertaker, state, accepted_on, id)",
      "CREATE INDEX case_accepted ON aid_case (county, accepted_on, track, form, undertaker_kind)",
      "CREATE INDEX case_closed ON aid_case (county, closed_on, form)",
      "CREATE INDEX case_of_application ON aid_case (application)",
      "CREATE INDEX case_of_matter ON aid_case (matter)",
      """
      CREATE TABLE hearing (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        held_on \(d.text) NOT NULL, starts_at \(d.text), court \(d.text) NOT NULL, place \(d.text) NOT NULL,
        is_held \(d.integer) NOT NULL, is_observed \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL,
        UNIQUE (aid_case, held_on)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX hearing_by_day ON hearing (county, held_on, id)",
      """
      CREATE TABLE assignment (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        \(d.id("unit")) REFERENCES agency, \(d.optionalID("person")) REFERENCES legal_aid_person,
        assigned_on \(d.text) NOT NULL, named_on \(d.text), reason \(d.text) NOT NULL, ended_on \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX assignment_of_case ON assignment (aid_case, assigned_on, id)",
      """
      CREATE TABLE handling_record (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        kind \(d.text) NOT NULL, done_on \(d.text) NOT NULL, content \(d.text) NOT NULL,
        recorded_by \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX handling_record_of_case ON handling_record (aid_case, done_on, id)",
    ]
  }
}
