import HTTPTypes
import Hummingbird
import Kernel

/// 来访者 · Caller: who sends a request, by the session's cookie or a program's bearer token.
struct Caller {
  var principal: Principal?
  var session: Session?
  /// A session that still waits for its second factor.
  var half: Session?
  /// The cookie that CSRF tokens are made from.
  var browserToken = ""
  /// A visitor's cookie to be set, where the browser had none.
  var newCookie: Cookie?

  static func program(_ request: Request, _ site: Site) async throws -> Caller {
    let header = request.headers[.authorization] ?? ""
    guard header.lowercased().hasPrefix("bearer ") else { return Caller() }
    return Caller(principal: try await site.authority.bearer(String(header.dropFirst(7)).trimmed))
  }

  static func browser(_ cookies: [String: String], _ site: Site) async throws -> Caller {
    func cookie(_ name: String) -> String? {
      cookies[Cookie.name(name, isSecure: site.isSecure)].flatMap { Token.isWellFormed($0) ? $0 : nil }
    }
    if let token = cookie(SessionCookie.name), let session = try await site.sessions.find(token) {
      if session.awaitsCode { return Caller(half: session, browserToken: token) }
      if let principal = try await site.authority.principal(session) {
        return Caller(principal: principal, session: session, browserToken: token)
      }
      try await site.sessions.end(session)
    }
    if let visitor = cookie(CSRF.visitorCookie) { return Caller(browserToken: visitor) }
    let visitor = Token.random()
    return Caller(
      browserToken: visitor, newCookie: Cookie(name: CSRF.visitorCookie, value: visitor, maxAge: nil))
  }
}
