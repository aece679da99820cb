/// 小甜饼 · Cookie: what the browser keeps for us; never readable by scripts.
struct Cookie: Sendable, Hashable {
  let name: String
  let value: String
  /// Nil keeps it until the browser closes.
  let maxAge: Int?

  static func header(_ cookie: Cookie, isSecure: Bool) -> String {
    let age = cookie.maxAge.map { "; Max-Age=\($0)" } ?? ""
    let secure = isSecure ? "; Secure" : ""
    return "\(name(cookie.name, isSecure: isSecure))=\(cookie.value); Path=/; HttpOnly; SameSite=Lax\(age)\(secure)"
  }

  /// Over https the prefix binds the cookie to this very host.
  static func name(_ name: String, isSecure: Bool) -> String { isSecure ? "__Host-\(name)" : name }

  static func parse(_ header: String) -> [String: String] {
    var found: [String: String] = [:]
    for pair in header.split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      let name = String(halves[0]).trimmed
      if found[name] == nil { found[name] = String(halves[1]).trimmed }
    }
    return found
  }
}
