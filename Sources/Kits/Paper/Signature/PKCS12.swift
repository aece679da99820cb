import COpenSSL

/// 证书文件 · PKCS#12: the file (.p12, .pfx) in which a certification authority hands over a seal's key and certificate.
package enum PKCS12 {
  /// Why a file cannot be used for sealing.
  package enum Problem: Error, Sendable, Hashable {
    case notReadable, wrongPassword, noKey, noCertificate, otherKey
    /// Neither RSA from 2048 bits nor a curve; SM2 among them, until papers can be signed with it.
    case unsupportedKey
    case notForSigning
    case notYetValid, expired
  }

  /// Opens a file and checks that its key may sign at that time (seconds since 1970). The certificates above are put in
  /// order; what does not belong to the chain is left out.
  package static func open(_ bytes: [UInt8], password: String, at time: Int64) throws -> SealIdentity {
    // Older files are encrypted in ways that OpenSSL keeps apart; without its module they cannot be read.
    _ = OSSL_PROVIDER_try_load(nil, "legacy", 1)
    defer { ERR_clear_error() }
    guard let file = try? OpenSSL.input(bytes, { d2i_PKCS12_bio($0, nil) }) else { throw Problem.notReadable }
    defer { PKCS12_free(file) }
    guard PKCS12_verify_mac(file, password, -1) == 1 else { throw Problem.wrongPassword }
    var (key, leaf, others): (OpaquePointer?, OpaquePointer?, OpaquePointer?) = (nil, nil, nil)
    guard PKCS12_parse(file, password, &key, &leaf, &others) == 1 else { throw Problem.notReadable }
    defer {
      EVP_PKEY_free(key)
      X509_free(leaf)
      X509_stack_free_all(others)
    }
    guard let key else { throw Problem.noKey }
    guard let leaf else { throw Problem.noCertificate }
    guard X509_check_private_key(leaf, key) == 1 else { throw Problem.otherKey }
    try check(key)
    guard maySign(leaf) else { throw Problem.notForSigning }
    let chain = try chain(above: leaf, among: others)
    let identity = SealIdentity(key: try SigningKey(key), certificate: try Certificate(leaf), chain: chain)
    try check(identity, at: time)
    return identity
  }

  private static func check(_ key: OpaquePointer) throws {
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA where EVP_PKEY_get_bits(key) >= 2048: return
    case EVP_PKEY_EC: return
    default: throw Problem.unsupportedKey
    }
  }

  /// A certificate that does not say what it is for may do anything.
  private static func maySign(_ x509: OpaquePointer) -> Bool {
    X509_get_key_usage(x509) & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
  }

  private static func check(_ identity: SealIdentity, at time: Int64) throws {
    for certificate in [identity.certificate] + identity.chain {
      if time < certificate.validity.from { throw Problem.notYetValid }
      if time > certificate.validity.to { throw Problem.expired }
    }
  }

  /// From the certificate upwards, each by the key of the next, as far as the file goes.
  private static func chain(above leaf: OpaquePointer, among others: OpaquePointer?) throws -> [Certificate] {
    var rest = (0..<max(X509_stack_count(others), 0)).compactMap { X509_stack_at(others, $0) }
    var (chain, current): ([Certificate], OpaquePointer) = ([], leaf)
    while let index = rest.firstIndex(where: { issued($0, current) }) {
      current = rest.remove(at: index)
      chain.append(try Certificate(current))
    }
    return chain
  }

  private static func issued(_ issuer: OpaquePointer, _ subject: OpaquePointer) -> Bool {
    X509_check_issued(issuer, subject) == X509_V_OK && X509_verify(subject, X509_get0_pubkey(issuer)) == 1
  }
}
