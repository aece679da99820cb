import Localization
import Markup

/// 登录页 · Sign-in page.
enum SignInPage {
  static let login = Text("登录名", "User name")
  static let password = Text("密码", "Password")

  static func html(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    let next = LocalPath.checked(state.isReturned ? request.fields["next"] : request.query["next"]) ?? "/work"
    let frame = Frame.plain(
      request.site, at: "/sign-in?" + URLEncoded.query(["next": next]), language: language,
      isLargeType: request.isLargeType, theme: request.theme)
    return publicShell(frame, title: Text("登录", "Sign in")[language]) {
      h1 { Text("工作人员登录", "Sign in for staff")[language] }
      errorSummary(state.formErrors, in: language)
      postForm("/session", state.tokens(), in: language) {
        hiddenField("next", next)
        field(
          Field("login", login, autocomplete: "username"), state.value("login"), errors: state.errors("login"),
          in: language)
        field(
          Field("password", password, .password, autocomplete: "current-password"),
          errors: state.errors("password"), in: language)
        submitButton(Text("登录", "Sign in"), in: language)
      }
    }
  }
}
