import Crypto
import Foundation
import Kernel
import Localization
import Paper
import Storage
import WorkCalendar

/// 屏幕签名 · Paper signature: one person's signature on the screen on one line of a paper: the strokes, who, when, where,
/// before which clerk, and the hash of the file that was signed.
struct PaperSignature: Sendable {
  /// 签署内容 · What only the office may read of it, encrypted in the row.
  struct Content: Sendable, Hashable, Codable {
    let name: String
    let place: String
    let handwriting: Handwriting
  }

  let id: UUIDv7
  let number: Int
  /// The line it stands on, as the form names it: 申请人.
  let signer: String
  let clerkName: String
  let signedAt: Instant
  let documentSHA256: String
  let fileSHA256: String
  let digest: String
  let sealed: [UInt8]

  static func place(_ id: UUIDv7) -> FieldPlace { FieldPlace("paper_signature", "signature_sealed", id) }

  /// SHA-256 over the canonical JSON of what was signed, in hexadecimal.
  static func digest(_ json: String) -> String { PaperFacts.digest(json) }

  func content(_ keys: KeyRing) throws -> Content {
    try JSONDecoder().decode(Content.self, from: Data(keys.open(sealed, as: Self.place(id)).utf8))
  }

  func line(_ keys: KeyRing) throws -> SignatureLine.Signed {
    Self.line(try content(keys), at: signedAt, before: clerkName, of: documentSHA256)
  }

  /// As it stands on the paper; papers are issued in Chinese.
  static func line(
    _ content: Content, at instant: Instant, before clerk: String, of document: String
  ) -> SignatureLine.Signed {
    SignatureLine.Signed(
      handwriting: content.handwriting, date: Format.day(instant.day, .zh),
      note: "\(content.name)于\(Format.instant(instant, .zh))在\(content.place)当面在屏幕上签名，经办人\(clerk)。"
        + "所签文件的SHA-256：\(document)")
  }
}

enum PaperSignatureTable {
  static func of(_ paper: PaperID, in county: CountyID, _ reader: any Reader) throws -> [PaperSignature] {
    try reader.rows(
      """
      SELECT id, number, signer, clerk_name, signed_at, document_sha256, file_sha256, digest, signature_sealed
      FROM paper_signature WHERE county = \(county) AND paper = \(paper) ORDER BY number, id
      """
    ).map(PaperSignature.init)
  }
}

extension PaperSignature {
  init(_ row: Row) throws {
    id = try row.get("id")
    number = try row.get("number")
    signer = try row.get("signer")
    clerkName = try row.get("clerk_name")
    signedAt = try row.get("signed_at")
    documentSHA256 = try row.get("document_sha256")
    fileSHA256 = try row.get("file_sha256")
    digest = try row.get("digest")
    sealed = try row.get("signature_sealed")
  }
}
