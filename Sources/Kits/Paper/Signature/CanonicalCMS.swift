import COpenSSL

/// The one encoding in which `CMSSignature` writes a signature. A signature does not cover its own envelope
/// (version numbers, algorithm names, the certificates sent along): comparing with this does.
struct CanonicalCMS {
  let signer: OpaquePointer
  /// The signer's certificate and those above it, as they were verified.
  let chain: [Certificate]

  func encoded() throws -> [UInt8] {
    let certificates = chain.map(\.der).sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    let signedData = Self.sequence(
      Self.one, Self.der(0x31, Self.algorithm(NID_sha256)), Self.sequence(Self.oid(NID_pkcs7_data)),
      Self.der(0xA0, certificates), Self.der(0x31, try signerInfo()))
    return Self.sequence(Self.oid(NID_pkcs7_signed), Self.der(0xA0, signedData))
  }

  private func signerInfo() throws -> [UInt8] {
    let issuerAndSerial = try OpenSSL.require(chain.first, "signer").withX509 { x509 in
      Self.sequence(
        Self.bytes { i2d_X509_NAME(X509_get_issuer_name(x509), $0) },
        Self.bytes { i2d_ASN1_INTEGER(X509_get0_serialNumber(x509), $0) })
    }
    let attributes = (0..<CMS_signed_get_attr_count(signer)).flatMap { index in
      Self.bytes { i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, index), $0) }
    }
    return Self.sequence(
      Self.one, issuerAndSerial, Self.algorithm(NID_sha256), Self.der(0xA0, attributes),
      try signatureAlgorithm(),
      Self.bytes { i2d_ASN1_OCTET_STRING(CMS_SignerInfo_get0_signature(signer), $0) })
  }

  /// As OpenSSL names it: RSA with an explicit NULL, curves with the digest.
  private func signatureAlgorithm() throws -> [UInt8] {
    try OpenSSL.require(chain.first, "signer").withX509 { x509 in
      EVP_PKEY_get_base_id(X509_get0_pubkey(x509)) == EVP_PKEY_RSA
        ? Self.sequence(Self.oid(NID_rsaEncryption), [0x05, 0x00]) : Self.algorithm(NID_ecdsa_with_SHA256)
    }
  }

  // MARK: DER

  private static let one: [UInt8] = [0x02, 0x01, 0x01]

  private static func oid(_ kind: Int32) -> [UInt8] { bytes { i2d_ASN1_OBJECT(OBJ_nid2obj(kind), $0) } }

  private static func algorithm(_ kind: Int32) -> [UInt8] { sequence(oid(kind)) }

  private static func sequence(_ parts: [UInt8]...) -> [UInt8] { der(0x30, parts.flatMap(\.self)) }

  private static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    if content.count < 0x80 { return [tag, UInt8(content.count)] + content }
    let length = withUnsafeBytes(of: content.count.bigEndian) { Array($0.drop { $0 == 0 }) }
    return [tag, 0x80 | UInt8(length.count)] + length + content
  }

  /// What one of OpenSSL's encoders writes; nothing where it fails, so that the comparison does.
  private static func bytes(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8] {
    var encoded: UnsafeMutablePointer<UInt8>?
    let count = encode(&encoded)
    defer { CRYPTO_free(encoded, nil, 0) }
    return Array(UnsafeBufferPointer(start: encoded, count: max(Int(count), 0)))
  }
}
