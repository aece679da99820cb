package import Storage

/// 个人信息保护的表 · Table of personal-information requests.
package enum PrivacyMigration {
  package static let all = [requests]

  private static let requests = Migration(id: "privacy.requests") { d in
    [
      """
      CREATE TABLE personal_request (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("origin")) REFERENCES agency,
        \(d.id("owner")) REFERENCES agency, \(d.optionalID("unit")), \(d.optionalID("undertaker")),
        number \(d.text) NOT NULL, \(d.id("person")) REFERENCES person, kind \(d.text) NOT NULL,
        state \(d.text) NOT NULL, identity_check \(d.text) NOT NULL, content_sealed \(d.blob) NOT NULL,
        received_on \(d.text) NOT NULL, recorder \(d.text) NOT NULL, ground \(d.text), reason_sealed \(d.blob),
        answered_by \(d.text), answered_on \(d.text), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX personal_request_by_owner ON personal_request (county, owner, received_on, id)",
      "CREATE INDEX personal_request_of_person ON personal_request (county, person, id)",
    ]
  }
}
