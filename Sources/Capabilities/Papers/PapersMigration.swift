package import Storage

/// 文书与印章的表 · Tables of uploads, papers, seals and the seal register.
package enum PapersMigration {
  package static let all = [first, SealingMigration.second, WordingMigration.third, signatures, byDay]

  private static let first = Migration(id: "papers.001") { d in
    [
      """
      CREATE TABLE attachment (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, subject_kind \(d.text) NOT NULL, \(d.id("subject_id")),
        kind \(d.text) NOT NULL, name \(d.text) NOT NULL, media_type \(d.text) NOT NULL, size \(d.integer) NOT NULL,
        sha256 \(d.text) NOT NULL, uploaded_by \(d.text) NOT NULL, uploaded_at \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX attachment_of_subject ON attachment (subject_id, id)",
      """
      CREATE TABLE seal (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("agency")) REFERENCES agency,
        name \(d.text) NOT NULL, \(d.id("keeper")) REFERENCES user_account, keeper_name \(d.text) NOT NULL,
        certificate \(d.text) NOT NULL, valid_from \(d.text) NOT NULL, valid_to \(d.text) NOT NULL,
        is_active \(d.integer) NOT NULL, version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE seal_authorisation (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("seal")) REFERENCES seal,
        forms \(d.text) NOT NULL, from_on \(d.text) NOT NULL, to_on \(d.text) NOT NULL, ended_on \(d.text),
        opened_by \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE paper (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, form \(d.text) NOT NULL,
        form_set \(d.integer) NOT NULL, number \(d.text), subject_kind \(d.text) NOT NULL, \(d.id("subject_id")),
        rule_set \(d.text) NOT NULL, \(d.id("agency")) REFERENCES agency, \(d.optionalID("seal")) REFERENCES seal,
        fields_sealed \(d.blob) NOT NULL, wording_version \(d.integer) NOT NULL, digest \(d.text) NOT NULL,
        \(d.optionalID("approver")), approver_name \(d.text), decided_on \(d.text) NOT NULL, short_code \(d.text) NOT NULL UNIQUE,
        state \(d.text) NOT NULL, file_sha256 \(d.text), file_size \(d.integer), finished_at \(d.integer),
        revoked_on \(d.text), revoked_reason \(d.text), decide_event \(d.integer) NOT NULL,
        version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX paper_of_subject ON paper (subject_id, id)",
      "CREATE INDEX paper_by_number ON paper (county, number)",
      """
      CREATE TABLE seal_use (
        \(d.id("county")) REFERENCES county, number \(d.integer) NOT NULL, \(d.id("seal")) REFERENCES seal,
        \(d.id("paper")) UNIQUE, document_number \(d.text), approver_name \(d.text), keeper_name \(d.text) NOT NULL,
        at \(d.integer) NOT NULL, file_sha256 \(d.text) NOT NULL, \(d.id("authorisation")) REFERENCES seal_authorisation,
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, number)
      ) \(d.tableSuffix)
      """,
    ] + d.forbidChange(table: "seal_use")
  }

  /// 屏幕签名 · One row a signature; the strokes, the signer's name and the place are encrypted.
  private static let signatures = Migration(id: "papers.004") { d in
    [
      """
      CREATE TABLE paper_signature (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("paper")) REFERENCES paper,
        number \(d.integer) NOT NULL, signer \(d.text) NOT NULL, signature_sealed \(d.blob) NOT NULL,
        digest \(d.text) NOT NULL, \(d.optionalID("clerk")) REFERENCES user_account, clerk_name \(d.text) NOT NULL,
        signed_at \(d.integer) NOT NULL, document_sha256 \(d.text) NOT NULL, file_sha256 \(d.text) NOT NULL,
        file_size \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL,
        UNIQUE (county, paper, number), UNIQUE (paper, signer)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX paper_signature_by_file ON paper_signature (file_sha256)",
    ]
  }

  /// 按日期列出 · For the list of papers that are printed together.
  private static let byDay = Migration(id: "papers.005") { _ in
    ["CREATE INDEX paper_by_day ON paper (county, decided_on, decide_event, id)"]
  }
}
