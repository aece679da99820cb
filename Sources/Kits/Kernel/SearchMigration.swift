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

  /// Whom an entry is about where nobody was registered, and what protects him.
  static let searchTold = Migration(id: "kernel.search_told") { d in
    [
      "ALTER TABLE search_entry ADD COLUMN identity_hash \(d.blob)",
      "ALTER TABLE search_entry ADD COLUMN phone_hash \(d.blob)",
      "ALTER TABLE search_entry ADD COLUMN protection \(d.text) NOT NULL DEFAULT ''",
      """
      CREATE INDEX search_entry_by_identity ON search_entry (county, identity_hash) WHERE identity_hash IS NOT NULL
      """,
      "CREATE INDEX search_entry_by_phone ON search_entry (county, phone_hash) WHERE phone_hash IS NOT NULL",
    ]
  }

  /// The newest entries first, whole, of one station, of one unit.
  static let searchOrder = Migration(id: "kernel.search_order") { _ in
    [
      "CREATE INDEX search_entry_newest ON search_entry (county, recorded_on, subject_id)",
      "CREATE INDEX search_entry_newest_by_origin ON search_entry (county, origin, recorded_on, subject_id)",
      "CREATE INDEX search_entry_newest_by_unit ON search_entry (county, unit, recorded_on, subject_id)",
    ]
  }

  /// A number typed whole leads to its record.
  static let searchNumber = Migration(id: "kernel.search_number") { _ in
    ["CREATE INDEX search_entry_by_number ON search_entry (county, record_number)"]
  }
}

extension SearchIndex {
  /// The index in which somebody's entries stand with the newest first.
  package static func newest(for principal: Principal) -> String {
    switch principal.agencyKind {
    case .bureau, .centre: "search_entry_newest"
    case .station, .organ: "search_entry_newest_by_origin"
    case .lawFirm, .grassrootsOffice: "search_entry_newest_by_unit"
    }
  }
}
