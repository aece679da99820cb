package import Storage

/// 咨询、申请的表 · Tables of matters, parties, consultations, applications with their materials, drafts
/// and hardship lines.
package enum IntakeMigration {
  package static let all = [
    first, steps, provisional, newest, draftUploads, language, forwarding, correction, custody, hardshipRules,
    priority, group, alike, packDrafts, partyNames,
  ]

  private static let first = Migration(id: "intake.001") { d in
    [
      """
      CREATE TABLE matter (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("recipient")) REFERENCES person,
        cause \(d.text) NOT NULL, opened_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX matter_of_recipient ON matter (county, recipient)",
      """
      CREATE TABLE party (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("matter")) REFERENCES matter,
        \(d.optionalID("person")) REFERENCES person, role \(d.text) NOT NULL, name \(d.text) NOT NULL,
        told_sealed \(d.blob), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX party_of_matter ON party (matter, role, id)",
      "CREATE INDEX party_by_name ON party (county, name)",
      """
      CREATE TABLE consultation (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("origin")) REFERENCES agency,
        \(d.optionalID("person")) REFERENCES person, channel \(d.text) NOT NULL, served_at \(d.integer) NOT NULL,
        entered_at \(d.integer) NOT NULL, content \(d.text) NOT NULL, answer \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE aid_application (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("origin")) REFERENCES agency,
        \(d.id("owner")) REFERENCES agency, \(d.optionalID("unit")), \(d.optionalID("undertaker")),
        number \(d.text), receipt_number \(d.text) NOT NULL, \(d.id("applicant")) REFERENCES person,
        \(d.id("matter")) REFERENCES matter, state \(d.text) NOT NULL, rule_set \(d.text) NOT NULL,
        track \(d.text) NOT NULL, form \(d.text) NOT NULL, stage \(d.text), matter_code \(d.text),
        township \(d.text), cause \(d.text) NOT NULL, opposing \(d.text) NOT NULL, facts \(d.text) NOT NULL, told_sealed \(d.blob) NOT NULL,
        claims \(d.text) NOT NULL, outcome \(d.text) NOT NULL, verdict_sealed \(d.blob) NOT NULL, channel \(d.text) NOT NULL,
        served_at \(d.integer) NOT NULL, entered_at \(d.integer) NOT NULL, received_on \(d.text) NOT NULL,
        accepted_on \(d.text), \(d.optionalID("reviewer")), reviewer_name \(d.text), recommendation \(d.text),
        review_opinion \(d.text), reviewed_on \(d.text), \(d.optionalID("approver")), approver_name \(d.text),
        approval_opinion \(d.text), decided_on \(d.text), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX application_by_owner ON aid_application (county, owner, state, received_on, id)",
      "CREATE INDEX application_by_origin ON aid_application (county, origin, state, received_on, id)",
      "CREATE INDEX application_of_applicant ON aid_application (county, applicant)",
      "CREATE UNIQUE INDEX application_number ON aid_application (county, number)",
      """
      CREATE TABLE material (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("application")) REFERENCES aid_application,
        code \(d.text) NOT NULL, name \(d.text) NOT NULL, quantity \(d.integer) NOT NULL,
        \(d.optionalID("attachment")) REFERENCES attachment, received_on \(d.text) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX material_of_application ON material (application, id)",
      """
      CREATE TABLE draft (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("user_account")) REFERENCES user_account,
        kind \(d.text) NOT NULL, fields_sealed \(d.blob) NOT NULL, updated_at \(d.integer) NOT NULL,
        UNIQUE (user_account, kind)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE hardship_line (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, amount_fen \(d.integer) NOT NULL,
        unit \(d.text) NOT NULL, lookback_months \(d.integer), from_on \(d.text), to_on \(d.text), source \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX hardship_line_of_county ON hardship_line (county, from_on)",
    ]
  }
}
