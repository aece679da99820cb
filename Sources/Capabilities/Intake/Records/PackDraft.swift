import Foundation
package import Kernel
package import Storage
package import WorkCalendar

/// 规则包草案 · Pack draft: a local rule pack that is being drawn up, entry by entry, and binds nobody. It goes when it is
/// adopted or thrown away.
package struct PackDraft: Sendable {
  package let id: UUIDv7
  package let pack: LocalRulePack
  package let version: Int
  package let keptBy: String
  package let keptAt: Instant
}

package enum PackDraftTable {
  /// Those of the office, the newest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [PackDraft] {
    try reader.rows(
      """
      SELECT id, content, version, kept_by, kept_at FROM rule_pack_draft WHERE county = \(county)
      ORDER BY kept_at DESC, id DESC
      """
    ).map { row in
      let content: String = try row.get("content")
      return PackDraft(
        id: try row.get("id"), pack: try JSONDecoder().decode(LocalRulePack.self, from: Data(content.utf8)),
        version: try row.get("version"), keptBy: try row.get("kept_by"), keptAt: try row.get("kept_at"))
    }
  }

  /// Refuses one that is not the county's, or was adopted or thrown away meanwhile.
  package static func one(_ id: UUIDv7, _ county: CountyID, _ reader: any Reader) throws -> PackDraft {
    guard let found = try all(county, reader).first(where: { $0.id == id }) else { throw Refusal.notFound }
    return found
  }

  static func save(_ pack: LocalRulePack, as id: UUIDv7, version: Int, in context: ActionContext) throws {
    let content = try CanonicalJSON.encode(pack)
    try context.tx.run(
      """
      INSERT INTO rule_pack_draft (id, county, content, version, kept_by, kept_at, last_event)
      VALUES (\(id), \(context.county), \(content), \(version), \(context.principal.name), \(context.now),
        \(context.eventNumber))
      ON CONFLICT (id) DO UPDATE SET content = excluded.content, version = excluded.version,
        kept_by = excluded.kept_by, kept_at = excluded.kept_at, last_event = excluded.last_event
      """)
  }

  static func delete(_ id: UUIDv7, in context: ActionContext) throws {
    try context.tx.run("DELETE FROM rule_pack_draft WHERE id = \(id)")
  }
}
