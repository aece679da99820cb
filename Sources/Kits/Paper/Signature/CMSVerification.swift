import COpenSSL

/// Checks a detached CMS signature: that nothing was changed, that the signer is trusted, and that the envelope is
/// exactly the one that was written.
struct CMSVerification {
  /// The signature followed by zeros.
  let padded: [UInt8]
  let content: [UInt8]
  let trustedRoots: [Certificate]

  func verdict() -> Verdict {
    defer { ERR_clear_error() }
    guard let cms = try? OpenSSL.input(padded, { d2i_CMS_bio($0, nil) }) else {
      return .altered(.signatureUnreadable)
    }
    defer { CMS_ContentInfo_free(cms) }
    let flags = UInt32(CMS_DETACHED | CMS_BINARY)
    guard holds(cms, nil, flags | UInt32(CMS_NO_SIGNER_CERT_VERIFY)), let signer = CMS_only_signer(cms),
      let seal = try? sealedBy(signer)
    else { return .altered(.contentChanged) }

    let trust: (store: TrustStore, chain: [Certificate])
    do {
      let store = try TrustStore(trustedRoots, at: seal.signedAt)
      trust = (store, try store.chain(for: seal.certificate, in: cms))
    } catch {
      return .untrusted(seal, error as? Distrust ?? .incomplete)
    }
    guard holds(cms, trust.store, flags | UInt32(CMS_CADES)) else { return .altered(.contentChanged) }
    guard let canonical = try? CanonicalCMS(signer: signer, chain: trust.chain).encoded(),
      padded.starts(with: canonical), padded.dropFirst(canonical.count).allSatisfy({ $0 == 0 })
    else { return .altered(.signatureUnreadable) }
    return .genuine(seal)
  }

  private func holds(_ cms: OpaquePointer, _ store: TrustStore?, _ flags: UInt32) -> Bool {
    let result = try? OpenSSL.input(content) { CMS_verify(cms, nil, store?.store, $0, nil, flags) }
    return result == 1
  }

  private func sealedBy(_ signer: OpaquePointer) throws -> SealedBy {
    var x509: OpaquePointer?
    CMS_SignerInfo_get0_algs(signer, nil, &x509, nil, nil)
    let kind = OBJ_nid2obj(NID_pkcs9_signingTime)
    let time = [V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME].lazy.compactMap {
      CMS_signed_get0_data_by_OBJ(signer, kind, -3, $0)
    }.first
    let signedAt = try OpenSSL.require(time, "signing time").assumingMemoryBound(to: ASN1_TIME.self)
    return SealedBy(
      certificate: try Certificate(try OpenSSL.require(x509, "signer")),
      signedAt: try Certificate.seconds(signedAt))
  }
}
