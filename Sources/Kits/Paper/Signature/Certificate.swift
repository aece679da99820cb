import COpenSSL

/// 证书 · An X.509 certificate as a value.
package struct Certificate: Sendable, Hashable, CustomStringConvertible {
  package let der: [UInt8]
  package let subject: DistinguishedName
  package let issuer: DistinguishedName
  package let validity: Validity
  /// Upper-case hexadecimal digits.
  package let serial: String

  package init(pem: String) throws {
    self = try OpenSSL.input(Array(pem.utf8)) { bio in
      let x509 = try OpenSSL.require(PEM_read_bio_X509(bio, nil, nil, nil), "read certificate")
      defer { X509_free(x509) }
      return try Certificate(x509)
    }
  }

  init(_ x509: OpaquePointer) throws {
    der = try OpenSSL.output("write certificate") { i2d_X509_bio($0, x509) }
    subject = DistinguishedName(X509_get_subject_name(x509))
    issuer = DistinguishedName(X509_get_issuer_name(x509))
    validity = Validity(
      from: try Self.seconds(X509_get0_notBefore(x509)), to: try Self.seconds(X509_get0_notAfter(x509)))
    let number = try OpenSSL.require(ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), nil), "serial")
    defer { BN_free(number) }
    let digits = try OpenSSL.require(BN_bn2hex(number), "serial")
    defer { CRYPTO_free(digits, nil, 0) }
    serial = String(cString: digits)
  }

  package var pem: String {
    get throws {
      let bytes = try withX509 { x509 in
        try OpenSSL.output("write certificate") { PEM_write_bio_X509($0, x509) }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  package var description: String { "\(subject.commonName) \(serial)" }

  func withX509<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
    let x509 = try OpenSSL.input(der) { try OpenSSL.require(d2i_X509_bio($0, nil), "read certificate") }
    defer { X509_free(x509) }
    return try body(x509)
  }

  static func seconds(_ time: UnsafePointer<ASN1_TIME>?) throws -> Int64 {
    let epoch = try OpenSSL.require(ASN1_TIME_set(nil, 0), "time")
    defer { ASN1_TIME_free(epoch) }
    var (days, seconds): (Int32, Int32) = (0, 0)
    try OpenSSL.require(ASN1_TIME_diff(&days, &seconds, epoch, time), "time")
    return Int64(days) * 86400 + Int64(seconds)
  }
}

/// 有效期 · From and to, both included, in seconds since 1970 (UTC).
package struct Validity: Sendable, Hashable, Codable {
  package let from: Int64
  package let to: Int64

  package init(from: Int64, to: Int64) {
    self.from = from
    self.to = to
  }
}

/// 名称 · Whose certificate it is: country CN, an organisation and a common name, which may be Chinese.
package struct DistinguishedName: Sendable, Hashable, Codable {
  package let organization: String
  package let commonName: String

  package init(organization: String, commonName: String) {
    self.organization = organization
    self.commonName = commonName
  }

  init(_ name: OpaquePointer?) {
    organization = Self.entry(NID_organizationName, of: name)
    commonName = Self.entry(NID_commonName, of: name)
  }

  func write(to name: OpaquePointer?) throws {
    for (field, value) in [("C", "CN"), ("O", organization), ("CN", commonName)] {
      try OpenSSL.require(
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, value, Int32(value.utf8.count), -1, 0), "name")
    }
  }

  private static func entry(_ kind: Int32, of name: OpaquePointer?) -> String {
    let index = X509_NAME_get_index_by_NID(name, kind, -1)
    guard index >= 0 else { return "" }
    var bytes: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)))
    defer { CRYPTO_free(bytes, nil, 0) }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: max(Int(count), 0)), as: UTF8.self)
  }
}
