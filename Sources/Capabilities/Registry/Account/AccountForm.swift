import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 我的账号 · One's own account: the password, the second factor, where one is signed in, and when one was.
enum AccountForm {
  static let title = Text("我的账号", "My account")

  static func routes() -> [Route] {
    Route.form(
      "/account", .signedIn, title,
      page: { request, state in
        let language = request.language
        let account = try await AccountView.of(request)
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          if request.query["done"] == "1" {
            notice(
              Text("密码已修改，其他登录已退出。", "The password is changed, and you are signed out everywhere else."), .good,
              in: language)
          } else if let duty = account.duty {
            notice(duty.message, .soon, in: language)
          }
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(Text("修改密码", "Change the password"), in: language) {
            postForm(request.path, state.tokens(), in: language) {
              field(currentField, errors: state.errors("current"), in: language)
              field(newField, errors: state.errors("new"), in: language)
              submitButton(Text("修改密码", "Change the password"), .main, in: language)
            }
          }
          account.body(request)
        }
      },
      submit: { request in
        let user = try await signedIn(request)
        let wanted = request.fields["new"]
        var refusals: [Refusal] = []
        if let fault = try await fault(user, request) { refusals.append(fault) }
        refusals += PasswordRules.refusals(wanted, login: user.login, field: "new")
        if refusals.isEmpty, wanted == request.fields["current"] {
          refusals.append(
            Refusal(
              "password.same", Text("新密码不能与现在的密码相同。", "The new password is the current one: choose another."),
              field: "new"))
        }
        try Refusals.check(refusals)
        try await request.run(
          ChangePassword(passwordHash: try await Password.hash(wanted), keeping: request.session))
        return "/account?done=1"
      })
  }

  /// Whoever sits down at an open session does not know the password.
  static func confirmPassword(_ request: WebRequest) async throws {
    if let fault = try await fault(try await signedIn(request), request) { throw fault }
  }

  /// What speaks against the password typed; a wrong one counts as a failed sign-in, so that an open session buys no guesses.
  private static func fault(_ user: User, _ request: WebRequest) async throws -> Refusal? {
    let (locked, clock) = (SignIn.locked.at(currentField.name), request.services.clock)
    if user.isLocked(at: clock.now()) { return locked }
    if await Password.matches(request.fields[currentField.name], user.passwordHash) {
      return try await signedIn(request).isLocked(at: clock.now()) ? locked : nil
    }
    do {
      try await request.runner.run(RecordSignIn(user: user.id, isRight: false), as: request.requirePrincipal())
    } catch let refusal as Refusal where refusal == SignIn.locked { return locked }
    return wrong
  }

  private static func signedIn(_ request: WebRequest) async throws -> User {
    let principal = try request.requirePrincipal()
    let user = try await request.services.database.read { reader in
      try principal.user.flatMap { try UserTable.of($0, reader) }
    }
    guard let user else { throw Refusal.notAllowed }
    return user
  }

  private static let wrong = Refusal(
    "password.wrong",
    Text(
      "现在的密码不正确。连续输错5次，账号将锁定15分钟。",
      "The current password is wrong. After five failures the account is locked for fifteen minutes."),
    field: "current")

  static let currentField = Field(
    "current", Text("现在的密码", "Current password"), .password, autocomplete: "current-password")
  private static let newField = Field(
    "new", Text("新密码", "New password"), .password,
    hint: Text("至少\(Password.minimumLength)个字符。", "At least \(Password.minimumLength) characters."),
    autocomplete: "new-password")
}
