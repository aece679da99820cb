import COpenSSL

/// 签名密钥 · A private key, as a value: on the curve P-256 where it was made here; its description does not show it.
package struct SigningKey: Sendable, CustomStringConvertible {
  /// Enough rounds that a stolen key file is not opened by trying passphrases.
  private static let derivationRounds: Int32 = 200_000

  private let der: [UInt8]

  /// A new key from the system's random source.
  package init() throws {
    let key = try OpenSSL.require(EVP_PKEY_generate_p256(), "generate key")
    defer { EVP_PKEY_free(key) }
    der = try OpenSSL.output("write key") { i2d_PrivateKey_bio($0, key) }
  }

  /// Reads PKCS#8. Throws `keyNotReadable` when the key is encrypted and `passphrase` does not open it.
  package init(pem: String, passphrase: String? = nil) throws {
    // Without a passphrase an empty one is offered: OpenSSL would otherwise ask at the terminal.
    let secret = passphrase ?? ""
    der = try OpenSSL.input(Array(pem.utf8)) { bio in
      let key = secret.withCString { PEM_read_bio_PrivateKey(bio, nil, nil, UnsafeMutableRawPointer(mutating: $0)) }
      guard let key else {
        ERR_clear_error()
        throw PaperError.keyNotReadable
      }
      defer { EVP_PKEY_free(key) }
      return try OpenSSL.output("write key") { i2d_PrivateKey_bio($0, key) }
    }
  }

  /// A key that OpenSSL has read.
  init(_ key: OpaquePointer) throws {
    der = try OpenSSL.output("write key") { i2d_PrivateKey_bio($0, key) }
  }

  package var description: String { "SigningKey" }

  /// PKCS#8, encrypted with AES-256 under `passphrase` where one is given.
  package func pem(passphrase: String? = nil) throws -> String {
    let bytes = try withKey { key in
      let plain = try OpenSSL.require(EVP_PKEY2PKCS8(key), "write key")
      defer { PKCS8_PRIV_KEY_INFO_free(plain) }
      guard let passphrase else {
        return try OpenSSL.output("write key") { PEM_write_bio_PKCS8_PRIV_KEY_INFO($0, plain) }
      }
      let sealed = try OpenSSL.require(
        PKCS8_encrypt(
          -1, EVP_aes_256_cbc(), passphrase, Int32(passphrase.utf8.count), nil, 0, Self.derivationRounds, plain),
        "encrypt key")
      defer { X509_SIG_free(sealed) }
      return try OpenSSL.output("write key") { PEM_write_bio_PKCS8($0, sealed) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func withKey<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
    let key = try OpenSSL.input(der) { try OpenSSL.require(d2i_PrivateKey_bio($0, nil), "read key") }
    defer { EVP_PKEY_free(key) }
    return try body(key)
  }
}
