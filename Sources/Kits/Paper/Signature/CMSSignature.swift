import COpenSSL

/// 电子签名 · A detached CMS signature with the CAdES signing-certificate attribute.
enum CMSSignature {
  /// Signs `content`, with the whole chain inside and `signedAt` (seconds since 1970) as the signing time.
  static func sign(_ content: [UInt8], as identity: SealIdentity, signedAt: Int64) throws -> [UInt8] {
    let flags = UInt32(CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP)
    let cms = try OpenSSL.require(CMS_sign(nil, nil, nil, nil, flags), "new signature")
    defer { CMS_ContentInfo_free(cms) }
    let signer = try identity.key.withKey { key in
      try identity.certificate.withX509 { certificate in
        try OpenSSL.require(
          CMS_add1_signer(cms, certificate, key, EVP_sha256(), flags | UInt32(CMS_CADES)), "add signer")
      }
    }
    for certificate in identity.chain {
      try certificate.withX509 { try OpenSSL.require(CMS_add1_cert(cms, $0), "add chain") }
    }
    let time = try OpenSSL.require(ASN1_TIME_set(nil, Int(signedAt)), "signing time")
    defer { ASN1_TIME_free(time) }
    try OpenSSL.require(
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time.pointee.type, time, -1), "signing time")
    try OpenSSL.input(content) { try OpenSSL.require(CMS_final(cms, $0, nil, flags), "sign") }
    return try OpenSSL.output("write signature") { i2d_CMS_bio($0, cms) }
  }
}
