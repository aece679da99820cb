import Foundation
import Kernel
import Storage
import WorkCalendar

/// 草稿 · Draft: what somebody has typed at the counter and not yet sent; his alone, sealed, and no record: it makes no
/// event and goes when the application is registered or he throws it away.
struct Draft: Sendable {
  /// The same from the first save to the last.
  let id: UUIDv7
  let fields: [String: [String]]
  let savedAt: Instant
}

enum DraftTable {
  static func find(_ kind: String, of user: UserID, _ keys: KeyRing, _ reader: any Reader) throws -> Draft? {
    guard
      let row = try reader.row(
        "SELECT id, fields_sealed, updated_at FROM draft WHERE user_account = \(user) AND kind = \(kind)")
    else { return nil }
    let json = try keys.open(row.get("fields_sealed"), as: place(row.get("id")))
    return Draft(
      id: try row.get("id"), fields: try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8)),
      savedAt: try row.get("updated_at"))
  }

  static func save(
    _ fields: [String: [String]], _ kind: String, of user: UserID, in county: CountyID, at now: Instant,
    _ keys: KeyRing, _ tx: any Writer
  ) throws {
    let id = try id(kind, of: user, tx) ?? UUIDv7()
    try tx.run(
      """
      INSERT INTO draft (id, county, user_account, kind, fields_sealed, updated_at)
      VALUES (\(id), \(county), \(user), \(kind), \(keys.seal(CanonicalJSON.encode(fields), as: place(id))), \(now))
      ON CONFLICT (id) DO UPDATE SET fields_sealed = excluded.fields_sealed, updated_at = excluded.updated_at
      """)
  }

  static func id(_ kind: String, of user: UserID, _ reader: any Reader) throws -> UUIDv7? {
    try reader.value("SELECT id FROM draft WHERE user_account = \(user) AND kind = \(kind)")
  }

  /// Whether it is still a draft of theirs: neither registered nor thrown away.
  static func exists(_ id: UUIDv7, of user: UserID, _ reader: any Reader) throws -> Bool {
    try reader.row("SELECT 1 AS found FROM draft WHERE id = \(id) AND user_account = \(user)") != nil
  }

  /// With what a telephone sent for it.
  static func discard(_ kind: String, of user: UserID, _ tx: any Writer) throws {
    guard let id = try id(kind, of: user, tx) else { return }
    try tx.run("DELETE FROM draft_upload WHERE draft = \(id)")
    try tx.run("DELETE FROM draft WHERE id = \(id)")
  }

  private static func place(_ id: UUIDv7) -> FieldPlace { FieldPlace("draft", "fields_sealed", id) }
}
