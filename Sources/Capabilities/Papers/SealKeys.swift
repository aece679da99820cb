import Foundation
import Kernel
import Paper
import Storage

/// 印章密钥 · Seal keys: the county's certificate authority and each seal's private key, as files of mode 0600.
struct SealKeys: Sendable {
  let directory: String

  private func authorityPath(_ county: CountyID, _ kind: String) -> String {
    "\(directory)/authority-\(county).\(kind)"
  }
  private func sealPath(_ seal: UUIDv7) -> String { "\(directory)/seal-\(seal).key" }

  /// The county's authority, made at first need and kept.
  func authority(of county: CountyID, named name: String, validity: Validity) throws -> CertificateAuthority {
    let (keyPath, certificatePath) = (authorityPath(county, "key"), authorityPath(county, "crt"))
    if FileManager.default.fileExists(atPath: keyPath) {
      return CertificateAuthority(
        key: try SigningKey(pem: read(keyPath)), certificate: try Certificate(pem: read(certificatePath)))
    }
    let made = try CertificateAuthority(
      subject: DistinguishedName(organization: name, commonName: name + "电子印章根证书"), validity: validity)
    try write(made.key.pem(), to: keyPath)
    try write(made.certificate.pem, to: certificatePath)
    return made
  }

  /// What the office trusts: its own authority.
  func root(of county: CountyID) throws -> Certificate { try Certificate(pem: read(authorityPath(county, "crt"))) }

  func save(_ key: SigningKey, of seal: UUIDv7) throws { try write(key.pem(), to: sealPath(seal)) }

  func identity(_ seal: SealRecord, of county: CountyID) throws -> SealIdentity {
    SealIdentity(
      key: try SigningKey(pem: read(sealPath(seal.id))), certificate: try Certificate(pem: seal.certificate),
      chain: [try root(of: county)])
  }

  private func read(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Missing(path: path) }
    return text
  }

  private func write(_ text: String, to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Missing(path: path) }
  }

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "the key file \(path) cannot be read: restore it from the key backup" }
  }
}
