import Storage

/// 用印的表 · Tables of impressions and of certificates that came from outside; an authorisation may name one paper.
enum SealingMigration {
  static let second = Migration(id: "papers.002") { d in
    [
      """
      CREATE TABLE seal_impression (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("seal")) REFERENCES seal,
        image_sha256 \(d.text) NOT NULL, width \(d.integer) NOT NULL, height \(d.integer) NOT NULL,
        uploaded_by \(d.text) NOT NULL, uploaded_at \(d.integer) NOT NULL, used_from \(d.integer),
        used_to \(d.integer), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX seal_impression_of_seal ON seal_impression (seal, id)",
      """
      CREATE TABLE seal_certificate (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("seal")) REFERENCES seal,
        holder \(d.text) NOT NULL, issuer \(d.text) NOT NULL, serial \(d.text) NOT NULL, certificate \(d.text) NOT NULL,
        chain \(d.text) NOT NULL, key_sealed \(d.blob) NOT NULL, valid_from \(d.integer) NOT NULL,
        valid_to \(d.integer) NOT NULL, uploaded_by \(d.text) NOT NULL, uploaded_at \(d.integer) NOT NULL,
        ended_at \(d.integer), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX seal_certificate_of_seal ON seal_certificate (seal, id)",
      "ALTER TABLE seal_authorisation ADD COLUMN \(d.optionalID("paper"))",
    ]
  }
}
