import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Storage

/// 前端中间件 · Front: outermost of all: gives every answer its number and its headers, turns every error into a page,
/// and writes one line in the log: never a query, a person's id or what was sent.
struct Front: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = try answer(error, request, context)
    }
    SecurityHeaders(isSecure: site.isSecure).add(to: &response.headers)
    response.headers[.requestID] = context.requestID
    let time = start.duration(to: .now)
    site.services.tally.answered(response.status.code, in: time / .seconds(1))
    log(request, context, response.status, time)
    return response
  }

  private func answer(_ error: any Error, _ request: Request, _ context: WebContext) throws -> Response {
    let path = request.uri.path
    if let redirect = signIn(error, request) { return redirect }
    let methods = site.table.methods(of: path)
    let isWrongMethod = (error as? HTTPError)?.status == .notFound && !methods.isEmpty
    let failure = isWrongMethod ? Failure.known(405) : Failure(error)
    if failure.status >= 500 { report(error, context) }
    var response = try body(failure, request, context).hummingbird(isSecure: site.isSecure)
    if let seconds = failure.retryAfter { response.headers[.retryAfter] = String(seconds) }
    if isWrongMethod { response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ") }
    if failure.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }

  /// A page that needs signing in leads there and back again; a piece of a page or a form says so instead.
  private func signIn(_ error: any Error, _ request: Request) -> Response? {
    guard case AccessProblem.signInNeeded = error, request.method == .get || request.method == .head,
      request.headers[.hxRequest] == nil, !isAPI(request)
    else { return nil }
    let next = LocalPath.checked(request.uri.string) ?? "/work"
    return WebResponse.redirect("/sign-in?" + URLEncoded.query(["next": next]))
      .hummingbird(isSecure: site.isSecure)
  }

  private func body(_ failure: Failure, _ request: Request, _ context: WebContext) throws -> WebResponse {
    if isAPI(request) {
      return try .json(
        ErrorPage.problem(failure, requestID: context.requestID), status: failure.status,
        type: "application/problem+json")
    }
    let cookies = Cookie.parse(request.headers[values: .cookie].joined(separator: ";"))
    let preferences = Preferences(request, cookies, isSecure: site.isSecure)
    let frame = Frame.plain(
      site, at: request.method == .get ? request.uri.string : "/", language: preferences.language,
      isLargeType: preferences.isLargeType, theme: preferences.theme)
    return .page(ErrorPage.html(failure, frame, requestID: context.requestID), status: failure.status)
  }

  private func isAPI(_ request: Request) -> Bool {
    request.uri.path.hasPrefix("/api/") || ["/healthz", "/readyz"].contains(request.uri.path)
  }

  private func report(_ error: any Error, _ context: WebContext) {
    // Only our own storage errors are known to carry no stored value.
    let what = StorageError(ofDisk: error).map { "\($0)" } ?? "\(type(of: error))"
    context.logger.error(
      "request failed",
      metadata: ["error": "\(what)", "id": "\(context.requestID)", "route": "\(context.endpointPath ?? "-")"])
  }

  private func log(_ request: Request, _ context: WebContext, _ status: HTTPResponse.Status, _ time: Duration) {
    let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
    context.logger.info(
      "request",
      metadata: [
        "id": "\(context.requestID)", "method": "\(request.method)", "route": "\(context.endpointPath ?? "-")",
        "status": "\(status.code)",
        "ms": "\(milliseconds)",
      ])
  }
}
