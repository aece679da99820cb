import Storage

extension IntakeMigration {
  /// 草稿手机材料的表 · Table of what telephones sent for drafts.
  static let draftUploads = Migration(id: "intake.draftUploads") { d in
    [
      """
      CREATE TABLE draft_upload (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("draft")) REFERENCES draft,
        file_sealed \(d.blob) NOT NULL, received_at \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX upload_of_draft ON draft_upload (draft, id)",
    ]
  }
}
