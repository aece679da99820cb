import Storage

extension IntakeMigration {
  /// 群体申请名单 · Who applies together with the applicant, and who left the list before the decision.
  static let group = Migration(id: "intake.group") { d in
    [
      """
      CREATE TABLE group_member (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application, \(d.id("person")) REFERENCES person, name \(d.text) NOT NULL,
        claims \(d.text) NOT NULL, told_sealed \(d.blob) NOT NULL, claimed_fen \(d.integer), joined_on \(d.text) NOT NULL,
        left_on \(d.text), left_because \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX group_member_of_application ON group_member (application, left_on, id)",
      "CREATE INDEX group_member_of_person ON group_member (county, person)",
      "CREATE INDEX party_of_person ON party (county, person)",
    ]
  }
}
