import COpenSSL

/// 证书签发 · A county's own root: it signs the certificates of the county's seals.
package struct CertificateAuthority: Sendable {
  package let key: SigningKey
  package let certificate: Certificate

  /// A root that was made before.
  package init(key: SigningKey, certificate: Certificate) {
    self.key = key
    self.certificate = certificate
  }

  /// Makes a new root.
  package init(subject: DistinguishedName, validity: Validity) throws {
    let key = try SigningKey()
    self.key = key
    certificate = try key.withKey { signer in
      try Self.issue(
        subject: subject, publicKey: signer, validity: validity, issuer: nil, signer: signer,
        extensions: [
          (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
          (NID_subject_key_identifier, "hash"),
        ])
    }
  }

  /// Makes a key and a certificate for one seal. A reliable signature needs creation data that only its signer
  /// controls (《中华人民共和国电子签名法》第十三条): whoever holds the result can seal.
  package func issueSeal(subject: DistinguishedName, validity: Validity) throws -> SealIdentity {
    let sealKey = try SigningKey()
    let issued = try key.withKey { signer in
      try sealKey.withKey { publicKey in
        try certificate.withX509 { root in
          try Self.issue(
            subject: subject, publicKey: publicKey, validity: validity, issuer: root, signer: signer,
            extensions: [
              (NID_basic_constraints, "critical,CA:FALSE"),
              (NID_key_usage, "critical,digitalSignature,nonRepudiation"),
              (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always"),
            ])
        }
      }
    }
    return SealIdentity(key: sealKey, certificate: issued, chain: [certificate])
  }

  /// `issuer` is nil for a root, which signs itself.
  private static func issue(
    subject: DistinguishedName, publicKey: OpaquePointer, validity: Validity, issuer: OpaquePointer?,
    signer: OpaquePointer, extensions: [(kind: Int32, value: String)]
  ) throws -> Certificate {
    let x509 = try OpenSSL.require(X509_new(), "certificate")
    defer { X509_free(x509) }
    try OpenSSL.require(X509_set_version(x509, Int(X509_VERSION_3)), "version")
    try setRandomSerial(of: x509)
    try subject.write(to: X509_get_subject_name(x509))
    try OpenSSL.require(X509_set_issuer_name(x509, X509_get_subject_name(issuer ?? x509)), "issuer")
    try OpenSSL.require(X509_set_pubkey(x509, publicKey), "public key")
    try set(validity, of: x509)
    for (kind, value) in extensions {
      var context = X509V3_CTX()
      X509V3_set_ctx(&context, issuer ?? x509, x509, nil, nil, 0)
      let made = try OpenSSL.require(X509V3_EXT_conf_nid(nil, &context, kind, value), value)
      defer { X509_EXTENSION_free(made) }
      try OpenSSL.require(X509_add_ext(x509, made, -1), value)
    }
    try OpenSSL.require(X509_sign(x509, signer, EVP_sha256()), "sign certificate")
    return try Certificate(x509)
  }

  private static func setRandomSerial(of x509: OpaquePointer) throws {
    let number = try OpenSSL.require(BN_new(), "serial")
    defer { BN_free(number) }
    try OpenSSL.require(BN_rand(number, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY), "serial")
    _ = try OpenSSL.require(BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x509)), "serial")
  }

  private static func set(_ validity: Validity, of x509: OpaquePointer) throws {
    for (seconds, assign) in [(validity.from, X509_set1_notBefore), (validity.to, X509_set1_notAfter)] {
      let time = try OpenSSL.require(ASN1_TIME_set(nil, Int(seconds)), "validity")
      defer { ASN1_TIME_free(time) }
      try OpenSSL.require(assign(x509, time), "validity")
    }
  }
}

/// 印章证书 · What seals a paper: the seal's private key, its certificate and the certificates above it.
package struct SealIdentity: Sendable {
  package let key: SigningKey
  package let certificate: Certificate
  package let chain: [Certificate]

  package init(key: SigningKey, certificate: Certificate, chain: [Certificate]) {
    self.key = key
    self.certificate = certificate
    self.chain = chain
  }
}
