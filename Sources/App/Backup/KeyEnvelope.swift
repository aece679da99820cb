import Crypto
package import Foundation
import Registry

/// 密钥信封 · Key envelope: everything in the office's keys directory, sealed under a passphrase: the key ring, the seals'
/// private keys, the county's own certificates. Whoever has backup, envelope and passphrase has the office.
package enum KeyEnvelope {
  /// Refuses a file that is there, for it may be the only copy of a key.
  package static func write(keysIn directory: String, to file: String, passphrase: String) throws {
    guard passphrase.count >= Passphrase.shortest else { throw BackupFault.shortPassphrase }
    guard !FileManager.default.fileExists(atPath: file) else { throw BackupFault.alreadyThere(file) }
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    let key = SymmetricKey(data: try Passphrase.key(passphrase, salt: salt))
    let sealed = try AES.GCM.seal(
      JSONEncoder().encode(contents(of: directory)), using: key, authenticating: Data(mark.utf8))
    guard let combined = sealed.combined else { throw BackupFault.envelope(file) }
    try PrivateFile.write(Data(mark.utf8) + salt + combined, to: file)
  }

  /// The files by name. Refuses a wrong passphrase and a damaged envelope alike: they cannot be told apart.
  package static func open(_ file: String, passphrase: String) throws -> [String: Data] {
    guard let data = FileManager.default.contents(atPath: file), data.starts(with: mark.utf8) else {
      throw BackupFault.envelope(file)
    }
    let salt = Array(data.dropFirst(mark.utf8.count).prefix(Passphrase.saltSize))
    guard salt.count == Passphrase.saltSize else { throw BackupFault.envelope(file) }
    let key = SymmetricKey(data: try Passphrase.key(passphrase, salt: salt))
    guard
      let box = try? AES.GCM.SealedBox(combined: data.dropFirst(mark.utf8.count + salt.count)),
      let plain = try? AES.GCM.open(box, using: key, authenticating: Data(mark.utf8))
    else { throw BackupFault.passphrase(file) }
    return try JSONDecoder().decode([String: Data].self, from: plain)
  }

  private static func contents(of directory: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { !$0.hasPrefix(".") }
    return try names.reduce(into: [:]) { found, name in
      found[name] = try Data(contentsOf: URL(filePath: directory).appending(path: name))
    }
  }

  private static let mark = "legalaid keys 1\n"
}
