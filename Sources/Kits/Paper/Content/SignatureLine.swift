/// 签名行 · Signature line: a label with a rule to sign on, or with what was signed on the screen and how that came
/// about.
package struct SignatureLine: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
  /// 签署 · What stands on the line once somebody has signed on the screen.
  package struct Signed: Sendable, Hashable, Codable {
    package let handwriting: Handwriting
    /// 2016年3月7日
    package let date: String
    /// Small print below the line: when, where, before whom, and the digest of what was signed.
    package let note: String

    package init(handwriting: Handwriting, date: String, note: String) {
      self.handwriting = handwriting
      self.date = date
      self.note = note
    }
  }

  /// 申请人（签名）, without the colon that follows it on the paper.
  package let label: String
  package let signed: Signed?

  package init(_ label: String, signed: Signed? = nil) {
    self.label = label
    self.signed = signed
  }

  package init(stringLiteral label: String) { self.init(label) }
}
