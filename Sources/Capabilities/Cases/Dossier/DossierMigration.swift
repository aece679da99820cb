import Storage

/// 退卷的表 · Tables of the slips with which dossiers go back.
enum DossierMigration {
  static let returns = Migration(id: "cases.020") { d in
    [
      """
      CREATE TABLE dossier_return (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        returned_on \(d.text) NOT NULL, returned_by \(d.text) NOT NULL, reason \(d.text) NOT NULL,
        added_because \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX dossier_return_of_case ON dossier_return (aid_case, id)",
      """
      CREATE TABLE dossier_return_item (
        \(d.id("dossier_return")) REFERENCES dossier_return, \(d.id("county")) REFERENCES county,
        position \(d.integer) NOT NULL, item \(d.text) NOT NULL, reason \(d.text) NOT NULL,
        PRIMARY KEY (dossier_return, item)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX dossier_return_item_by_item ON dossier_return_item (county, item)",
    ]
  }
}
