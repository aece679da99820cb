import Foundation
import Kernel
import Storage

/// 草稿的手机材料 · Draft upload: a file that a telephone sent for a draft of the counter. It stands beside the draft, not in
/// it, so that a form which was open before it came cannot save it away; it goes with the draft.
struct DraftUpload: Sendable, Hashable {
  /// The form carries the ids of those it has shown; what is shown and not ticked any more is left out.
  static let shown = "shown"

  let id: UUIDv7
  let kept: KeptUpload
}

enum DraftUploadTable {
  static func of(_ draft: UUIDv7, _ keys: KeyRing, _ reader: any Reader) throws -> [DraftUpload] {
    try reader.rows("SELECT id, file_sealed FROM draft_upload WHERE draft = \(draft) ORDER BY id").map { row in
      let id: UUIDv7 = try row.get("id")
      let json = try keys.open(row.get("file_sealed"), as: place(id))
      return DraftUpload(id: id, kept: try JSONDecoder().decode(KeptUpload.self, from: Data(json.utf8)))
    }
  }

  static func count(_ draft: UUIDv7, _ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM draft_upload WHERE draft = \(draft)") ?? 0
  }

  static func insert(_ files: [KeptUpload], of draft: UUIDv7, in context: ActionContext) throws {
    for file in files {
      let id = UUIDv7()
      try context.tx.run(
        """
        INSERT INTO draft_upload (id, county, draft, file_sealed, received_at, last_event)
        VALUES (\(id), \(context.county), \(draft),
          \(context.keys.seal(CanonicalJSON.encode(file), as: place(id))), \(context.now), \(context.eventNumber))
        """)
    }
  }

  private static func place(_ id: UUIDv7) -> FieldPlace { FieldPlace("draft_upload", "file_sealed", id) }
}

extension [DraftUpload] {
  /// What no form has shown yet.
  func unseen(by shown: [String]) -> [KeptUpload] { filter { !shown.contains("\($0.id)") }.map(\.kept) }
}

extension [KeptUpload] {
  /// With what is not among them yet.
  func adding(_ more: [KeptUpload]) -> [KeptUpload] { self + more.filter { !contains($0) } }
}
