import Kernel
import Localization
import Markup

extension OwnRoutes {
  static let session = [
    Route.page("/sign-in", nil, Text("登录", "Sign in")) { SignInPage.html($0, .fresh($0)) },
    Route(.post, "/session", nil, Text("登录", "Sign in"), kind: .form, answersStaleForms: true) { request in
      try await FormExchange.answer(request, page: SignInPage.html, submit: signIn)
    },
    Route(.get, "/sign-in/code", nil, CodePage.title, kind: .page) { request in
      guard request.halfSession != nil else { return .redirect("/sign-in") }
      return .page(CodePage.html(request, .fresh(request)))
    },
    Route(.post, "/session/code", nil, CodePage.title, kind: .form, answersStaleForms: true) { request in
      try await FormExchange.answer(request, page: CodePage.html, submit: confirm)
    },
    Route(.post, "/session/end", nil, Text("退出登录", "Sign out"), kind: .form) { request in
      if let session = request.session { try await request.site.sessions.end(session) }
      var response = WebResponse.redirect("/")
      response.cookies = [SessionCookie.gone]
      return response
    },
  ]

  /// A new session for whoever signs in; what the browser had before ends, so that a planted session is worth nothing.
  private static func signIn(_ request: WebRequest) async throws -> WebResponse {
    let attempt = try request.read { form in
      SessionAuthority.Attempt(
        login: form.requiredText("login", SignInPage.login, max: 100),
        password: form.password("password", SignInPage.password), address: request.clientAddress)
    }
    let account = try await request.site.authority.verify(attempt)
    let next = LocalPath.checked(request.fields["next"]) ?? "/work"
    guard account.needsCode else { return try await request.open(account, then: next) }
    return try await request.open(
      account, awaitsCode: true, then: "/sign-in/code?" + URLEncoded.query(["next": next]))
  }

  /// The second page: the code of the second factor, for whoever has just typed the right password.
  private static func confirm(_ request: WebRequest) async throws -> WebResponse {
    guard let half = request.halfSession else { return .redirect("/sign-in") }
    let code = try request.read { $0.requiredText(CodePage.name, CodePage.code, max: 40) }
    let account = SessionAuthority.Account(user: half.user, county: half.county, agency: half.agency)
    try await request.site.authority.confirm(code, account)
    return try await request.open(account, then: LocalPath.checked(request.fields["next"]) ?? "/work")
  }
}

extension WebRequest {
  /// Answers with a new session for an account; whatever session the browser had ends.
  package func open(
    _ account: SessionAuthority.Account, awaitsCode: Bool = false, then path: String
  ) async throws -> WebResponse {
    for old in [session, halfSession].compactMap(\.self) { try await site.sessions.end(old) }
    var response = WebResponse.redirect(path)
    response.cookies = [
      SessionCookie.of(
        try await site.sessions.start(
          account, awaitsCode: awaitsCode, address: clientAddress, browser: browserName))
    ]
    return response
  }
}

/// 会话标识 · Session cookie: gone when the browser closes.
enum SessionCookie {
  static let name = "session"
  static let gone = Cookie(name: name, value: "", maxAge: 0)
  static func of(_ token: String) -> Cookie { Cookie(name: name, value: token, maxAge: nil) }
}

extension FieldReader {
  /// Exactly as typed: spaces may be part of it.
  mutating func password(_ name: String, _ label: Text) -> String {
    _ = requiredText(name, label, max: 1_000)
    return fields[name]
  }
}
