import Foundation
package import Markup

/// 应答 · Response: what a handler answers.
package struct WebResponse: Sendable {
  package typealias Write = ([UInt8]) async throws -> Void

  enum Content: Sendable {
    case bytes([UInt8])
    case stream(@Sendable (Write) async throws -> Void)
  }

  package var status: Int
  package var headers: [String: String]
  var cookies: [Cookie] = []
  let content: Content

  init(status: Int, _ headers: [String: String], _ content: Content) {
    self.status = status
    self.headers = headers
    self.content = content
  }

  package static func page(_ html: HTML, status: Int = 200) -> WebResponse {
    WebResponse(status: status, ["Content-Type": "text/html; charset=utf-8"], .bytes(html.document()))
  }

  package static func fragment(_ html: HTML, status: Int = 200) -> WebResponse {
    WebResponse(status: status, ["Content-Type": "text/html; charset=utf-8"], .bytes(html.bytes()))
  }

  package static func text(_ text: String, status: Int = 200) -> WebResponse {
    WebResponse(status: status, ["Content-Type": "text/plain; charset=utf-8"], .bytes(Array(text.utf8)))
  }

  /// See Other: what follows a form is a page that may be reloaded.
  package static func redirect(_ path: String) -> WebResponse {
    WebResponse(status: 303, ["Location": path], .bytes([]))
  }

  package static func json(
    _ value: some Encodable, status: Int = 200, type: String = "application/json"
  ) throws -> WebResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return WebResponse(status: status, ["Content-Type": type], .bytes([UInt8](try encoder.encode(value))))
  }

  /// A file to save, or to look at in the browser where that is safe: PDF and pictures.
  package static func file(_ bytes: [UInt8], name: String, type: String, isInline: Bool = false) -> WebResponse {
    WebResponse(status: 200, fileHeaders(name, type, isInline), .bytes(bytes))
  }

  /// A file written piece by piece. Whatever may fail should have been read before: an error now only breaks off.
  package static func stream(
    name: String, type: String, _ body: @escaping @Sendable (Write) async throws -> Void
  ) -> WebResponse {
    WebResponse(status: 200, fileHeaders(name, type, false), .stream(body))
  }

  private static func fileHeaders(_ name: String, _ type: String, _ isInline: Bool) -> [String: String] {
    [
      "Content-Type": type,
      "Content-Disposition": FileName.disposition(FileName.fitting(name, type), isInline: isInline),
    ]
  }
}
