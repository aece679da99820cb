import Storage

extension KernelMigration {
  /// 检索 · The search index.
  static let search = Migration(id: "kernel.search") { d in
    d.searchTable(
      "search_entry",
      columns: [
        d.id("county"), "kind \(d.text) NOT NULL", d.id("subject_id"), "record_number \(d.text) NOT NULL",
        "name \(d.text) NOT NULL", "about \(d.text) NOT NULL", d.optionalID("person"), d.id("matter"),
        "state_zh \(d.text) NOT NULL", "state_en \(d.text) NOT NULL", "is_open \(d.integer) NOT NULL",
        "recorded_on \(d.text) NOT NULL", d.id("origin"), d.id("owner"), d.optionalID("unit"),
        d.optionalID("undertaker"), "text \(d.text) NOT NULL", "open_text \(d.text) NOT NULL",
      ]) + [
        "CREATE UNIQUE INDEX search_entry_of_record ON search_entry (kind, subject_id)",
        "CREATE INDEX search_entry_of_person ON search_entry (county, person, recorded_on, subject_id)",
        "CREATE INDEX event_by_actor ON event (county, actor, at)",
      ]
  }
}
