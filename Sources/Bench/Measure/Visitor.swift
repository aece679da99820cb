import Foundation

/// 访客 · Visitor: somebody signed in, whose requests are made ready to be sent again and again.
struct Visitor: Sendable {
  let login: String
  private let cookies: String
  private let csrf: String

  /// Signs in as a person would: the page, its form, the cookie.
  init(_ login: String, password: String, port: UInt16) throws {
    let connection = HTTPConnection(port: port)
    let page = try connection.ask(Self.request("GET", "/sign-in"))
    let form = Self.form(to: "/session", in: String(decoding: page.body, as: UTF8.self)) ?? [:]
    let before = Self.cookies(page.head)
    let body = Self.encoded(form.merging(["login": login, "password": password, "next": "/work"]) { $1 })
    let answer = try connection.ask(Self.request("POST", "/session", cookies: before, body: body))
    guard (300..<400).contains(answer.status) else { throw VisitorProblem.notSignedIn(login, answer.status) }
    let own = before.merging(Self.cookies(answer.head)) { $1 }
    let work = try connection.ask(Self.request("GET", "/work", cookies: own))
    guard work.status == 200 else { throw VisitorProblem.notSignedIn(login, work.status) }
    self.login = login
    cookies = Self.line(own)
    csrf = Self.inputs(String(decoding: work.body, as: UTF8.self))["csrf"] ?? ""
  }

  /// Somebody whose session is open already, with the token that its forms carry.
  init(_ login: String, session: String, csrf: String) {
    self.login = login
    cookies = Self.line(["session": session])
    self.csrf = csrf
  }

  func get(_ path: String) -> [UInt8] { Self.request("GET", path, cookieLine: cookies, body: nil) }

  func post(_ path: String, _ fields: [String: String]) -> [UInt8] {
    Self.request(
      "POST", path, cookieLine: cookies, body: Self.encoded(fields.merging(["csrf": csrf]) { own, _ in own }))
  }

  /// 表单 · What a page's form would send if nothing were typed, by the address it sends to; nil: there is no such form.
  static func form(to action: String, in html: String) -> [String: String]? {
    guard let start = html.range(of: "action=\"\(action)\""),
      let end = html.range(of: "</form>", range: start.upperBound..<html.endIndex)
    else { return nil }
    let form = String(html[start.upperBound..<end.lowerBound])
    let selected = form.matches(of: /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines())
      .compactMap { select in
        select.2.firstMatch(of: /<option[^>]*value="([^"]*)"[^>]*selected/).map { (String(select.1), String($0.1)) }
      }
    return inputs(form).merging(selected) { $1 }
  }

  private static func inputs(_ html: String) -> [String: String] {
    html.matches(of: /<input[^>]*>/).map(\.0).reduce(into: [:]) { found, input in
      let isChoice = input.contains("type=\"checkbox\"") || input.contains("type=\"radio\"")
      guard !isChoice || input.contains("checked"), let name = input.firstMatch(of: /name="([^"]*)"/),
        let value = input.firstMatch(of: /value="([^"]*)"/)
      else { return }
      found[String(name.1)] = String(value.1)
    }
  }

  private static func request(
    _ method: String, _ path: String, cookies: [String: String] = [:], body: String? = nil
  ) -> [UInt8] {
    request(method, path, cookieLine: line(cookies), body: body)
  }

  private static func request(_ method: String, _ path: String, cookieLine: String, body: String?) -> [UInt8] {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: zh-CN\r\n"
    if !cookieLine.isEmpty { text += "Cookie: \(cookieLine)\r\n" }
    if let body {
      text += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
    }
    return Array((text + "\r\n" + (body ?? "")).utf8)
  }

  private static func line(_ cookies: [String: String]) -> String {
    cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
  }

  private static func cookies(_ head: String) -> [String: String] {
    head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("set-cookie:") }
      .reduce(into: [:]) { found, header in
        let pair = header.dropFirst("set-cookie:".count).prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        if pair.count == 2 { found[pair[0].trimmingCharacters(in: .whitespaces)] = String(pair[1]) }
      }
  }

  static func encoded(_ fields: [String: String]) -> String {
    fields.sorted { $0.key < $1.key }.map { "\(escaped($0.key))=\(escaped($0.value))" }.joined(separator: "&")
  }

  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(
      withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\u{20}"..."\u{7E}")))
      ?? ""
  }
}

/// Why somebody cannot be measured.
enum VisitorProblem: Error, CustomStringConvertible {
  case notSignedIn(String, Int)
  var description: String {
    switch self {
    case .notSignedIn(let login, let status): "\(login) is not signed in: the server answered \(status)"
    }
  }
}
