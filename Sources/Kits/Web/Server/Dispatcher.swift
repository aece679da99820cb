import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Storage

/// 分派 · Dispatcher: from a raw request to a handler: who asks, may they, what did they send, is the form ours.
struct Dispatcher: Sendable {
  let site: Site

  func respond(to request: Request, _ context: WebContext, _ route: Route) async throws -> Response {
    let cookies = Cookie.parse(request.headers[values: .cookie].joined(separator: ";"))
    let caller =
      route.kind == .api
      ? try await Caller.program(request, site) : try await Caller.browser(cookies, site)
    do { try admit(caller, route) } catch { throw noted(error, caller, context) }
    if let duty = try await duty(of: caller, route, request.uri.path) {
      return WebResponse.redirect(duty).hummingbird(isSecure: site.isSecure)
    }
    defer { site.spool.remove(for: context.requestID) }
    let asked = try await webRequest(request, context, route, caller, cookies)
    if route.method == .post, route.kind != .api, !route.answersStaleForms {
      do { try asked.checkCSRF() } catch { throw noted(error, caller, context) }
    }
    var response = try await route.handler(asked)
    if let cookie = caller.newCookie, route.kind != .file { response.cookies.append(cookie) }
    return response.hummingbird(isSecure: site.isSecure)
  }

  /// Before anything of the body is read.
  private func admit(_ caller: Caller, _ route: Route) throws(AccessProblem) {
    guard let permission = route.permission else { return }
    guard let principal = caller.principal else { throw .signInNeeded }
    guard principal.holds(permission) else { throw .forbidden }
  }

  /// 拒绝留痕 · One line of who was refused what, by the account's id; a stranger who is asked to sign in is none.
  private func noted(_ error: any Error, _ caller: Caller, _ context: WebContext) -> any Error {
    guard let problem = error as? AccessProblem, problem != .signInNeeded else { return error }
    context.logger.notice(
      "access refused",
      metadata: [
        "id": "\(context.requestID)", "route": "\(context.endpointPath ?? "-")", "why": "\(problem)",
        "user": "\(caller.principal?.user?.description ?? "-")",
      ])
    return error
  }

  /// Where the caller must go first; one's own account stays open, for that is where the duties are done.
  private func duty(of caller: Caller, _ route: Route, _ path: String) async throws -> String? {
    guard route.permission != nil, let session = caller.session, !path.hasPrefix("/account") else { return nil }
    return try await site.authority.duty(session)
  }

  private func webRequest(
    _ request: Request, _ context: WebContext, _ route: Route, _ caller: Caller, _ cookies: [String: String]
  ) async throws -> WebRequest {
    let body = try await body(of: request, context, route)
    let preferences = Preferences(request, cookies, isSecure: site.isSecure)
    return WebRequest(
      route: route, path: request.uri.path, address: request.uri.string,
      query: try URLEncoded.parse((request.uri.query ?? "").utf8),
      fields: body.fields, uploads: body.uploads, body: body.bytes, principal: caller.principal,
      session: caller.session, halfSession: caller.half,
      browserName: request.headers[.userAgent] ?? "", language: preferences.language,
      isLargeType: preferences.isLargeType,
      theme: preferences.theme,
      requestID: context.requestID, clientAddress: address(request, context),
      isPartial: request.headers[HTTPField.Name.hxRequest] == "true",
      submission: submission(request, route, caller, body.fields), csrf: site.csrf.token(for: caller.browserToken),
      site: site, values: route.pattern.match(request.uri.path) ?? [:],
      entityTag: request.headers[.ifNoneMatch])
  }

  private func body(of request: Request, _ context: WebContext, _ route: Route) async throws -> Body {
    guard route.method == .post else { return Body() }
    if route.kind == .api {
      return Body(bytes: try await Body.collect(request.body, limit: site.settings.limits.text))
    }
    return try await Body.form(
      request.body, MediaType(request.headers[.contentType] ?? ""), limits: site.settings.limits, spool: site.spool,
      requestID: context.requestID)
  }

  /// A program's key counts for its own account and path alone.
  private func submission(_ request: Request, _ route: Route, _ caller: Caller, _ fields: Fields) -> Submission {
    guard route.kind == .api else {
      let token = fields[FormState.tokenField]
      return Submission(
        token: Token.isWellFormed(token) ? token : nil, version: Int(fields[FormState.versionField]))
    }
    guard let key = request.headers[HTTPField.Name.idempotencyKey], (1...100).contains(key.utf8.count) else {
      return .none
    }
    let owner = caller.principal?.user?.description ?? "public"
    return Submission(token: Token.hex(Token.hash("\(owner)|\(request.uri.path)|\(key)")))
  }

  /// The nearest address that is no proxy of ours.
  private func address(_ request: Request, _ context: WebContext) -> String {
    let proxies = site.settings.trustedProxies
    guard proxies.contains(context.peerAddress) else { return context.peerAddress }
    let forwarded = request.headers[values: HTTPField.Name.forwardedFor].flatMap { $0.split(separator: ",") }
    return forwarded.map { String($0).trimmed }.last { !proxies.contains($0) } ?? context.peerAddress
  }
}

extension Preferences {
  init(_ request: Request, _ cookies: [String: String], isSecure: Bool) {
    self.init(
      cookie: cookies[Cookie.name(Self.cookieName, isSecure: isSecure)],
      acceptLanguage: request.headers[.acceptLanguage] ?? "")
  }
}
