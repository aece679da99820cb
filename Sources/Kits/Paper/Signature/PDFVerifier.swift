/// 验章 · Says of a file whether it is a paper as it was sealed.
package struct PDFVerifier: Sendable {
  package let trustedRoots: [Certificate]

  package init(trustedRoots: [Certificate]) {
    self.trustedRoots = trustedRoots
  }

  package func verify(_ pdf: [UInt8]) -> Verdict {
    guard let slot = SignatureSlot(in: pdf) else {
      // The remains of a signature show that there was one.
      let remains = ["/ByteRange", "/AcroForm", "/ETSI.CAdES.detached"]
      return remains.contains(where: pdf.containsBytes) ? .altered(.notCovered) : .unsigned
    }
    guard let content = slot.content(of: pdf) else { return .altered(.signatureUnreadable) }
    return CMSVerification(padded: content, content: slot.covered(by: pdf), trustedRoots: trustedRoots).verdict()
  }
}

/// 验证结论 · What was found.
package enum Verdict: Sendable, Hashable {
  /// 真实 · Every byte is as it was sealed, by a seal whose certificate leads to a trusted root.
  case genuine(SealedBy)
  /// 已被改动 · Something was changed after sealing.
  case altered(Alteration)
  /// 未签章 · The file carries no signature.
  case unsigned
  /// 不可信 · Unchanged since it was signed, but not by a seal of ours, or outside the certificate's time.
  case untrusted(SealedBy, Distrust)
}

/// 改动 · In what way a signed file does not hold.
package enum Alteration: Sendable, Hashable {
  /// The signature does not cover the whole file: something was added, cut off or moved.
  case notCovered
  /// The signature itself is damaged.
  case signatureUnreadable
  /// The covered bytes or the signature were changed.
  case contentChanged
}

/// 不可信的缘由 · Why an unchanged file is not trusted.
package enum Distrust: Error, Sendable, Hashable {
  /// No way leads from the signer's certificate to a trusted root.
  case incomplete
  /// A certificate does not bear its issuer's signature.
  case forged
  /// A certificate was not yet, or no longer, valid when the signature was made.
  case outsideValidity
}

/// 签章人 · Whose seal it was and when it was set, as the signature says.
package struct SealedBy: Sendable, Hashable {
  package let certificate: Certificate
  /// Seconds since 1970 (UTC).
  package let signedAt: Int64
}
