import Foundation
import HTTPTypes
import Hummingbird
package import HummingbirdTesting
import NIOCore

/// 测试浏览器 · Browser: a person's browser in a test: keeps cookies, follows redirects, fills the forms it finds.
///
///     let page = try await browser.get("/applications/new")
///     let next = try await page.form().fill(["name": "赵春兰"]).submit()
package actor Browser {
  private let client: any TestClientProtocol
  private let acceptLanguage: String
  private var cookies: [String: String] = [:]

  package init(_ client: any TestClientProtocol, acceptLanguage: String = "zh-CN,zh;q=0.9") {
    self.client = client
    self.acceptLanguage = acceptLanguage
  }

  /// The page at a path, after all redirects.
  package func get(_ path: String, headers: [String: String] = [:]) async throws -> Page {
    try await follow(send("GET", path, headers: headers))
  }

  /// One request, as it is; redirects are not followed.
  package func send(
    _ method: String, _ path: String, body: [UInt8]? = nil, type: String? = nil, headers: [String: String] = [:]
  ) async throws -> Page {
    var fields = HTTPFields()
    fields[.acceptLanguage] = acceptLanguage
    if let type { fields[.contentType] = type }
    let kept = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
    if !kept.isEmpty { fields[.cookie] = kept }
    for (name, value) in headers { HTTPField.Name(name).map { fields[$0] = value } }
    guard let method = HTTPRequest.Method(rawValue: method) else { throw BrowserProblem.method(method) }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
    keep(response.headers[values: .setCookie])
    return Page(response, path: path, in: self)
  }

  /// Sends a form by POST and follows where it leads.
  package func post(_ path: String, _ fields: [(name: String, value: String)]) async throws -> Page {
    let body = FormEncoding.urlEncoded(fields)
    return try await follow(send("POST", path, body: body, type: "application/x-www-form-urlencoded"))
  }

  package func cookie(_ name: String) -> String? { cookies[name] }

  package func setCookie(_ name: String, _ value: String?) { cookies[name] = value }

  func follow(_ first: Page) async throws -> Page {
    var page = first
    for _ in 0..<10 {
      guard [301, 302, 303, 307, 308].contains(page.status), let next = page.header("Location") else { return page }
      page = try await send("GET", next)
    }
    throw BrowserProblem.tooManyRedirects(page.path)
  }

  private func keep(_ headers: [String]) {
    for header in headers {
      let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let pair = (parts.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      let isGone = parts.contains { $0.lowercased() == "max-age=0" }
      cookies[String(pair[0])] = isGone ? nil : String(pair[1])
    }
  }
}

/// What a test asked of a page that the page cannot do.
package enum BrowserProblem: Error {
  case method(String)
  case tooManyRedirects(String)
  case notWellFormed(path: String, line: Int)
  case noForm(action: String?, on: String)
  case noField(String, on: String)
  case noOption(String, of: String)
}
