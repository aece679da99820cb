/// 签章信息 · What a signature says about itself in a reader's signature panel.
package struct SignatureFacts: Sendable, Hashable, Codable {
  package let name: String
  package let reason: String
  package let location: String
  /// Seconds since 1970 (UTC).
  package let signedAt: Int64

  package init(name: String, reason: String, location: String, signedAt: Int64) {
    self.name = name
    self.reason = reason
    self.location = location
    self.signedAt = signedAt
  }
}
