package import Storage
package import WorkCalendar

/// 印模 · Seal impression: the office's own picture of its seal. It is looked at on a sample paper first and takes the
/// place of the drawn seal once its keeper puts it in use; papers that were sealed before keep theirs.
package struct SealImpression: Sendable {
  package let id: UUIDv7
  package let imageSHA256: String
  package let width: Int
  package let height: Int
  package let uploadedBy: String
  package let usedFrom: Instant?
  package let usedTo: Instant?

  init(_ row: Row) throws {
    id = try row.get("id")
    imageSHA256 = try row.get("image_sha256")
    width = try row.get("width")
    height = try row.get("height")
    uploadedBy = try row.get("uploaded_by")
    usedFrom = try row.get("used_from")
    usedTo = try row.get("used_to")
  }

  package var isInUse: Bool { usedFrom != nil && usedTo == nil }

  func read(from files: any BlobStore) async throws -> [UInt8] {
    guard let hash = BlobHash(imageSHA256) else { return [] }
    return try await files.read(hash)
  }
}

package enum SealImpressionTable {
  private static let columns: SQL = "id, image_sha256, width, height, uploaded_by, used_from, used_to"

  /// Newest first.
  package static func all(_ seal: UUIDv7, _ reader: any Reader) throws -> [SealImpression] {
    try reader.rows("SELECT \(columns) FROM seal_impression WHERE seal = \(seal) ORDER BY id DESC")
      .map(SealImpression.init)
  }

  static func inUse(_ seal: UUIDv7, _ reader: any Reader) throws -> SealImpression? {
    try reader.row(
      """
      SELECT \(columns) FROM seal_impression WHERE seal = \(seal) AND used_from IS NOT NULL AND used_to IS NULL
      ORDER BY id DESC LIMIT 1
      """
    ).map(SealImpression.init)
  }

  static func one(_ id: UUIDv7, of seal: UUIDv7, _ reader: any Reader) throws -> SealImpression? {
    try reader.row("SELECT \(columns) FROM seal_impression WHERE id = \(id) AND seal = \(seal)")
      .map(SealImpression.init)
  }
}
