package import Storage

/// 值班律师的表 · Tables of duty places, their shifts, and the legal help given there.
package enum DutyMigration {
  package static let all = [first]

  private static let first = Migration(id: "dutyLawyers.001") { d in
    [
      """
      CREATE TABLE duty_place (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, name \(d.text) NOT NULL,
        phone \(d.text), document \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX duty_place_by_name ON duty_place (county, name)",
      """
      CREATE TABLE duty_shift (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("place")) REFERENCES duty_place,
        on_day \(d.text) NOT NULL, shift \(d.text) NOT NULL, \(d.id("lawyer")) REFERENCES legal_aid_person,
        \(d.optionalID("substitute")) REFERENCES legal_aid_person, phone_sealed \(d.blob), reason \(d.text),
        version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX duty_shift_by_day ON duty_shift (county, on_day, place, shift)",
      """
      CREATE TABLE legal_help (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("origin")) REFERENCES agency,
        \(d.id("owner")) REFERENCES agency, \(d.optionalID("unit")) REFERENCES agency,
        \(d.optionalID("undertaker")) REFERENCES legal_aid_person, number \(d.text) NOT NULL, state \(d.text) NOT NULL,
        rule_set \(d.text) NOT NULL, source \(d.text) NOT NULL, \(d.id("place")) REFERENCES duty_place,
        \(d.id("person")) REFERENCES person, organ \(d.text), organ_case \(d.text), stage \(d.text) NOT NULL,
        charge \(d.text), is_in_custody \(d.integer), wanted \(d.text) NOT NULL, brief \(d.text), asked_at \(d.integer),
        received_at \(d.integer) NOT NULL, hours_late \(d.integer), recorder \(d.text) NOT NULL,
        is_on_call \(d.integer) NOT NULL, dispatched_at \(d.integer), met_at \(d.integer), helped_at \(d.integer),
        kinds \(d.text), content \(d.text), result \(d.text), plea_on \(d.text), plea_objection \(d.text),
        taken_at \(d.integer), forward_by \(d.integer), forwarded_at \(d.integer), forwarded_late \(d.integer),
        \(d.optionalID("application")) REFERENCES aid_application, recorded_on \(d.text), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX legal_help_newest ON legal_help (county, received_at, id)",
      "CREATE INDEX legal_help_by_person ON legal_help (county, person, id)",
      "CREATE INDEX legal_help_by_lawyer ON legal_help (county, undertaker, received_at, id)",
    ]
  }
}
