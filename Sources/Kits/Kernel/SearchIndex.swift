import Localization
import Storage

/// 检索索引 · Search index: keeps it in step with the records, or builds it anew.
package enum SearchIndex {
  /// Builds a county's index anew from its records, in one transaction; answers how many there are.
  package static func rebuild(_ county: CountyID, _ services: Services) async throws -> Int {
    try await services.database.write(serial: county.uuid) { tx in
      try tx.run("DELETE FROM search_entry WHERE county = \(county)")
      var count = 0
      for source in services.search {
        count += try keep(
          tx.rows(source.ids(county) + " ORDER BY id").map { try $0.get("id") }, of: source, county, services.keys,
          tx)
      }
      return count
    }
  }

  /// 补建 · Makes the entries of every kind of record that has none at all: an office from before its records were searched.
  package static func makeMissing(_ services: Services) async throws {
    let counties = try await services.database.read { reader in
      try reader.rows("SELECT id FROM county ORDER BY id").map { try $0.get("id", as: CountyID.self) }
    }
    for county in counties {
      for source in services.search where try await services.database.read({ try isMissing(source, county, $0) }) {
        try await services.database.write(serial: county.uuid) { tx in
          let ids = try tx.rows(source.ids(county) + " ORDER BY id").map { try $0.get("id", as: UUIDv7.self) }
          _ = try keep(ids, of: source, county, services.keys, tx)
        }
      }
    }
  }

  /// Any one record tells of all: whoever looks for an entry of a kind that has none reads the whole index.
  private static func isMissing(_ source: SearchSource, _ county: CountyID, _ reader: any Reader) throws -> Bool {
    guard let any = try reader.row("SELECT r.id FROM (\(source.ids(county))) r LIMIT 1") else { return false }
    return try reader.row(
      """
      SELECT 1 AS one FROM search_entry
      WHERE kind = \(source.kind) AND subject_id = \(any.get("id", as: UUIDv7.self))
      """) == nil
  }

  /// Reads again the records an event names.
  static func keep(_ subjects: [Subject], in context: ActionContext) throws {
    for source in context.services.search {
      let ids = Set(subjects.filter { $0.kind == source.kind }.map(\.id))
      _ = try keep(ids.sorted(), of: source, context.county, context.keys, context.tx)
    }
  }

  private static func keep(
    _ ids: [UUIDv7], of source: SearchSource, _ county: CountyID, _ keys: KeyRing, _ tx: any Writer
  ) throws -> Int {
    var count = 0
    try ids.inParts(of: 500) { part in
      let entries = try source.entries(tx, keys, county, Array(part))
      for entry in entries { try keep(entry, of: source.kind, county, tx) }
      count += entries.count
    }
    return count
  }

  private static func keep(
    _ entry: SearchEntry, of kind: String, _ county: CountyID, _ tx: any Writer
  ) throws {
    let texts = entry.texts
    try tx.run(
      """
      INSERT INTO search_entry (county, kind, subject_id, record_number, name, about, person, matter, state_zh, state_en,
        is_open, recorded_on, origin, owner, unit, undertaker, identity_hash, phone_hash, protection, text, open_text, terms)
      VALUES (\(county), \(kind), \(entry.id), \(entry.number), \(entry.name), \(entry.about), \(entry.person),
        \(entry.matter?.uuid ?? entry.id), \(entry.state.zh), \(entry.state.en), \(entry.isOpen),
        \(entry.recordedOn), \(entry.origin), \(entry.owner), \(entry.unit), \(entry.undertaker),
        \(entry.told?.identityHash), \(entry.told?.phoneHash), \(entry.told?.protection ?? ""), \(texts.whole), \(texts.open),
        \(SearchTerms.make(from: texts.whole).joined(separator: " ")))
      ON CONFLICT (kind, subject_id) DO UPDATE SET record_number = excluded.record_number, name = excluded.name,
        about = excluded.about, person = excluded.person, matter = excluded.matter, state_zh = excluded.state_zh,
        state_en = excluded.state_en, is_open = excluded.is_open, recorded_on = excluded.recorded_on, origin = excluded.origin,
        owner = excluded.owner, unit = excluded.unit, undertaker = excluded.undertaker, identity_hash = excluded.identity_hash,
        phone_hash = excluded.phone_hash, protection = excluded.protection, text = excluded.text,
        open_text = excluded.open_text, terms = excluded.terms
      """)
  }
}
