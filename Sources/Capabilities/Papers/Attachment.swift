package import Kernel
import Localization
package import Storage
package import Web
package import WorkCalendar

/// 附件 · Attachment: an uploaded file on a record: a scan of an identity card, a signed agreement, a judgment.
package struct AttachmentRecord: Sendable {
  package let id: AttachmentID
  package let subject: Subject
  package let kind: String
  package let name: String
  package let mediaType: String
  package let size: Int
  package let sha256: String
  package let uploadedBy: String
  package let uploadedAt: Instant

  init(_ row: Row) throws {
    id = try row.get("id")
    subject = Subject(try row.get("subject_kind"), try row.get("subject_id"))
    kind = try row.get("kind")
    name = try row.get("name")
    mediaType = try row.get("media_type")
    size = try row.get("size")
    sha256 = try row.get("sha256")
    uploadedBy = try row.get("uploaded_by")
    uploadedAt = try row.get("uploaded_at")
  }
}

package enum AttachmentTable {
  private static let columns: SQL =
    "id, subject_kind, subject_id, kind, name, media_type, size, sha256, uploaded_by, uploaded_at"

  package static func one(_ id: AttachmentID, in county: CountyID, _ reader: any Reader) throws -> AttachmentRecord
  {
    guard let row = try reader.row("SELECT \(columns) FROM attachment WHERE id = \(id) AND county = \(county)")
    else {
      throw Refusal.notFound
    }
    return try AttachmentRecord(row)
  }

  package static func of(_ subjects: [Subject], _ reader: any Reader) throws -> [AttachmentRecord] {
    try reader.rows(
      "SELECT \(columns) FROM attachment WHERE subject_id IN \(list: subjects.map(\.id)) ORDER BY uploaded_at, id"
    ).map(AttachmentRecord.init)
  }
}

/// 已存文件 · Stored upload: a file that is already in the blob store, before the action that puts it on a record.
package struct StoredUpload: Codable, Sendable, Hashable {
  package let sha256: String
  package let size: Int
  package let mediaType: String
  package let name: String

  package init(sha256: String, size: Int, mediaType: String, name: String) {
    self.sha256 = sha256
    self.size = size
    self.mediaType = mediaType
    self.name = name
  }
}

/// Puts an upload into the office's file store; no transaction is open while bytes move.
package func store(_ upload: Upload, in services: Services) async throws -> StoredUpload {
  let blob = try await services.files.put(upload.chunks)
  return StoredUpload(
    sha256: blob.hash.description, size: Int(blob.size), mediaType: upload.type.mediaType, name: upload.fileName)
}

extension ActionContext {
  /// Puts a stored file on a record.
  @discardableResult
  package func attach(_ upload: StoredUpload, kind: String, about subject: Subject) throws -> AttachmentID {
    let id = AttachmentID()
    try tx.run(
      """
      INSERT INTO attachment (id, county, subject_kind, subject_id, kind, name, media_type, size, sha256, uploaded_by,
        uploaded_at, last_event)
      VALUES (\(id), \(county), \(subject.kind), \(subject.id), \(kind), \(upload.name), \(upload.mediaType),
        \(upload.size), \(upload.sha256), \(principal.name), \(now), \(eventNumber))
      """)
    return id
  }
}
