import Kernel
import Localization
import Markup

extension OwnRoutes {
  static let session = [
    Route.page("/sign-in", nil, Text("登录", "Sign in")) { SignInPage.html($0, .fresh($0)) },
    Route(.post, "/session", nil, Text("登录", "Sign in"), kind: .form, answersStaleForms: true) { request in
      try await FormExchange.answer(request, page: SignInPage.html, submit: signIn)
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
    if let session = request.session { try await request.site.sessions.end(session) }
    var response = WebResponse.redirect(LocalPath.checked(request.fields["next"]) ?? "/work")
    response.cookies = [SessionCookie.of(try await request.site.sessions.start(account))]
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
