package import Storage

/// 咨询的表 · Tables of consultations and drafted documents. The first draft of the table, of `intake.001`, never held a row.
package enum ConsultationsMigration {
  package static let all = [first]

  private static let first = Migration(id: "consultations.001") { d in
    [
      "DROP TABLE consultation",
      """
      CREATE TABLE consultation (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("origin")) REFERENCES agency,
        \(d.id("owner")) REFERENCES agency, \(d.optionalID("unit")), \(d.optionalID("undertaker")),
        number \(d.text) NOT NULL, state \(d.text) NOT NULL, rule_set \(d.text) NOT NULL, channel \(d.text) NOT NULL,
        topic \(d.text) NOT NULL, township \(d.text), consulter_sealed \(d.blob) NOT NULL, identity_hash \(d.blob),
        phone_hash \(d.blob), cause \(d.text) NOT NULL, opposing \(d.text), content \(d.text) NOT NULL,
        served_at \(d.integer) NOT NULL, entered_at \(d.integer) NOT NULL, recorder \(d.text) NOT NULL,
        appointed_at \(d.integer), answer \(d.text), handling \(d.text), department \(d.text),
        is_reminded \(d.integer) NOT NULL, answered_on \(d.text), answerer \(d.text), closed_on \(d.text),
        \(d.optionalID("application")), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX consultation_by_owner ON consultation (county, owner, served_at, id)",
      "CREATE INDEX consultation_by_origin ON consultation (county, origin, served_at, id)",
      "CREATE INDEX consultation_by_identity ON consultation (county, identity_hash)",
      "CREATE INDEX consultation_by_phone ON consultation (county, phone_hash)",
      """
      CREATE TABLE drafting (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("consultation")) REFERENCES consultation, kind \(d.text) NOT NULL, title \(d.text) NOT NULL,
        drafter \(d.text) NOT NULL, drafted_on \(d.text) NOT NULL, \(d.optionalID("attachment")) REFERENCES attachment,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX drafting_by_day ON drafting (county, drafted_on, id)",
      "CREATE INDEX drafting_of_consultation ON drafting (consultation, id)",
    ]
  }
}
