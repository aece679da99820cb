import CSodium
import Foundation

/// 口令 · Passphrase: a key out of words that somebody keeps in his head or in a safe (argon2id, 256 MiB, three passes:
/// it is asked for once in years, and guessing must be dear).
package enum Passphrase {
  /// 最短长度 · In characters.
  package static let shortest = 12
  package static let saltSize = Int(crypto_pwhash_SALTBYTES)

  /// 32 bytes. The salt must be new for each file and is kept beside it.
  package static func key(_ passphrase: String, salt: [UInt8]) throws -> [UInt8] {
    guard sodium_init() >= 0, salt.count == saltSize else { throw Password.Unavailable() }
    var key = [UInt8](repeating: 0, count: 32)
    let bytes = passphrase.precomposedStringWithCanonicalMapping.utf8.map { CChar(bitPattern: $0) }
    let status = crypto_pwhash(
      &key, UInt64(key.count), bytes, UInt64(bytes.count), salt, UInt64(crypto_pwhash_OPSLIMIT_MODERATE),
      Int(crypto_pwhash_MEMLIMIT_MODERATE), crypto_pwhash_ALG_ARGON2ID13)
    guard status == 0 else { throw Password.Unavailable() }
    return key
  }
}
