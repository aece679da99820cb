import Kernel
import Paper
package import Storage
package import WorkCalendar

/// 外来证书 · Seal certificate: the certificate a certification authority issued to the office, with its key; the key is
/// encrypted with the office's keys, and the password it came with is kept nowhere. Papers decided while it is valid are
/// signed with it.
package struct SealCertificate: Sendable {
  package let id: UUIDv7
  package let holder: String
  package let issuer: String
  package let serial: String
  package let validFrom: Instant
  package let validTo: Instant
  package let uploadedBy: String
  package let endedAt: Instant?
  let certificate: String
  private let chain: String
  private let keySealed: [UInt8]

  init(_ row: Row) throws {
    id = try row.get("id")
    holder = try row.get("holder")
    issuer = try row.get("issuer")
    serial = try row.get("serial")
    validFrom = try row.get("valid_from")
    validTo = try row.get("valid_to")
    uploadedBy = try row.get("uploaded_by")
    endedAt = try row.get("ended_at")
    certificate = try row.get("certificate")
    chain = try row.get("chain")
    keySealed = try row.get("key_sealed")
  }

  /// How long before it runs out the office is told, in days.
  package static let warningDays = 30

  package func isNearItsEnd(on day: Day) -> Bool { validTo.day <= day.adding(days: Self.warningDays) }

  static func place(_ id: UUIDv7) -> FieldPlace { FieldPlace("seal_certificate", "key_sealed", id) }

  func identity(_ keys: KeyRing) throws -> SealIdentity {
    SealIdentity(
      key: try SigningKey(pem: keys.open(keySealed, as: Self.place(id))),
      certificate: try Certificate(pem: certificate), chain: try above())
  }

  /// The topmost certificate that came with it: what its signatures lead to.
  func anchor() throws -> Certificate { try above().last ?? Certificate(pem: certificate) }

  private func above() throws -> [Certificate] {
    try chain.split(separator: ";").map { try Certificate(pem: String($0)) }
  }
}

package enum SealCertificateTable {
  private static let columns: SQL =
    "id, holder, issuer, serial, certificate, chain, key_sealed, valid_from, valid_to, uploaded_by, ended_at"

  /// Newest first, ended ones included: what they signed is still to be verified.
  package static func all(of seals: [UUIDv7], _ reader: any Reader) throws -> [SealCertificate] {
    try reader.rows("SELECT \(columns) FROM seal_certificate WHERE seal IN \(list: seals) ORDER BY id DESC")
      .map(SealCertificate.init)
  }

  static func all(in county: CountyID, _ reader: any Reader) throws -> [SealCertificate] {
    try reader.rows("SELECT \(columns) FROM seal_certificate WHERE county = \(county) ORDER BY id DESC")
      .map(SealCertificate.init)
  }

  /// The one that signs what was decided at a time: the newest in use that was valid from then on.
  static func signing(_ seal: UUIDv7, at time: Instant, _ reader: any Reader) throws -> SealCertificate? {
    try reader.row(
      """
      SELECT \(columns) FROM seal_certificate
      WHERE seal = \(seal) AND ended_at IS NULL AND valid_from <= \(time) ORDER BY id DESC LIMIT 1
      """
    ).map(SealCertificate.init)
  }
}
