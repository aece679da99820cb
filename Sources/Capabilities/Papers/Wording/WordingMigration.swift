import Storage

/// 措辞的表 · Table of an office's own wordings; a row without text goes back to the software's.
enum WordingMigration {
  static let third = Migration(id: "papers.003") { d in
    [
      """
      CREATE TABLE paper_wording (
        \(d.id("county")) REFERENCES county, form \(d.text) NOT NULL, form_set \(d.integer) NOT NULL,
        version \(d.integer) NOT NULL, \(d.id("id")), wording \(d.text), from_on \(d.text) NOT NULL,
        reason \(d.text) NOT NULL, changed_by \(d.text) NOT NULL, changed_at \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, form, form_set, version)
      ) \(d.tableSuffix)
      """
    ]
  }
}
