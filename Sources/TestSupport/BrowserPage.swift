import HTTPTypes
import HummingbirdTesting
import NIOCore

/// 测试页面 · Page: what a browser shows: the answer to one request.
package struct Page: Sendable {
  package let status: Int
  package let path: String
  package let bytes: [UInt8]
  package let browser: Browser
  private let headers: HTTPFields

  init(_ response: TestResponse, path: String, in browser: Browser) {
    status = response.status.code
    headers = response.headers
    bytes = Array(response.body.readableBytesView)
    self.path = path
    self.browser = browser
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  package func cookies() -> [String] { headers[values: .setCookie] }

  /// The page's elements. Throws where it is not well-formed.
  package func root() throws -> MarkupNode { try MarkupNode.parse(bytes, path: path) }

  package func title() throws -> String { try root().first("title")?.text ?? "" }
  package func heading() throws -> String { try root().first("h1")?.text ?? "" }

  /// What a person reads on it.
  package func words() throws -> String { try root().first("body")?.text ?? "" }

  package func links() throws -> [String] { try root().all("a").compactMap { $0["href"] } }

  /// The message at a field; empty where nothing is wrong with it.
  package func error(at field: String) throws -> String {
    try root().descendants.first { $0["id"] == "\(field)-error" }?.text ?? ""
  }

  /// The form that goes to `action`, before the filter of the same address; without one, the only form in the page's main
  /// part.
  package func form(action: String? = nil) throws -> PageForm {
    let root = try root()
    let forms = (action == nil ? root.first("main") ?? root : root).all("form")
    let fitting = forms.filter { action == nil || $0["action"] == action }
    guard let found = fitting.first(where: { $0["method"] == "post" }) ?? fitting.first else {
      throw BrowserProblem.noForm(action: action, on: path)
    }
    return PageForm(found, on: self)
  }

  /// The value of the radio button, box or option whose words begin with these.
  package func choice(_ words: String) throws -> String {
    let root = try root()
    let label = root.all("label").first { $0.text.hasPrefix(words) }
    let named = root.all("input").first { $0["id"] == label?["for"] && $0["disabled"] == nil }
    let option = root.all("option").first { $0.text.hasPrefix(words) }
    guard let value = (label == nil ? option : named)?["value"] else {
      throw BrowserProblem.noField(words, on: path)
    }
    return value
  }

  /// Goes where the link of the main part with exactly these words leads.
  package func press(_ words: String) async throws -> Page {
    let link = try root().first("main")?.all("a").first { $0.text == words }
    guard let path = link?["href"] else { throw BrowserProblem.noField(words, on: path) }
    return try await browser.get(path)
  }

  /// Goes where a link with these words leads.
  package func follow(_ words: String) async throws -> Page {
    let link = try root().all("a").first { $0.text.contains(words) }
    guard let path = link?["href"] else { throw BrowserProblem.noField(words, on: path) }
    return try await browser.get(path)
  }
}
