/// 大小限制 · Body limits, in bytes: what a request may bring.
package struct BodyLimits: Sendable, Hashable {
  /// A form without files, and all the text of one with files.
  package var text = 4 << 20
  /// One field.
  package var field = 1 << 20
  package var file = 50 << 20
  /// Everything of one request.
  package var request = 400 << 20

  package init() {}
}
