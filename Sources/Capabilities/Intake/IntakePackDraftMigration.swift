import Storage

extension IntakeMigration {
  /// 规则包草案的表 · Table of the packs that are being drawn up.
  static let packDrafts = Migration(id: "intake.packDrafts") { d in
    [
      """
      CREATE TABLE rule_pack_draft (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, content \(d.text) NOT NULL,
        version \(d.integer) NOT NULL, kept_by \(d.text) NOT NULL, kept_at \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX rule_pack_draft_of_county ON rule_pack_draft (county, kept_at)",
    ]
  }
}
