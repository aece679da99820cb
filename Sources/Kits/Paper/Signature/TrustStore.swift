import COpenSSL

/// The roots that are trusted, and how the world stood at the time of signing: a certificate that has expired
/// since stays good for what was sealed with it.
final class TrustStore {
  let store: OpaquePointer

  init(_ roots: [Certificate], at time: Int64) throws {
    store = try OpenSSL.require(X509_STORE_new(), "trust")
    let parameters = X509_STORE_get0_param(store)
    X509_VERIFY_PARAM_set_time(parameters, Int(time))
    // A certificate an office bought is trusted as it was handed over, also without the root above it, and whatever
    // purposes besides signing its issuer wrote into it.
    X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY)
    for root in roots { try root.withX509 { try OpenSSL.require(X509_STORE_add_cert(store, $0), "trust") } }
  }

  deinit { X509_STORE_free(store) }

  /// The certificates from the signer's up to a trusted root; throws `Distrust` where there is no such way.
  func chain(for certificate: Certificate, in cms: OpaquePointer) throws -> [Certificate] {
    let context = try OpenSSL.require(X509_STORE_CTX_new(), "trust")
    defer { X509_STORE_CTX_free(context) }
    let sent = CMS_get1_certs(cms)
    defer { X509_stack_free_all(sent) }
    return try certificate.withX509 { x509 in
      try OpenSSL.require(X509_STORE_CTX_init(context, store, x509, sent), "trust")
      guard X509_verify_cert(context) == 1 else { throw Distrust(X509_STORE_CTX_get_error(context)) }
      let chain = X509_STORE_CTX_get0_chain(context)
      return try (0..<X509_stack_count(chain)).map {
        try Certificate(try OpenSSL.require(X509_stack_at(chain, $0), "trust"))
      }
    }
  }
}

extension Distrust {
  fileprivate init(_ code: Int32) {
    switch code {
    case X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED: self = .outsideValidity
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: self = .forged
    default: self = .incomplete
    }
  }
}
