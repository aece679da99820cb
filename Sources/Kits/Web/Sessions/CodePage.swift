import Kernel
import Localization
import Markup

/// 验证码页 · Code page: the second page of a sign-in, for whoever has a second factor.
enum CodePage {
  /// The field is named as the accounts' own forms name it.
  static let name = "secondFactor"
  static let title = Text("输入动态验证码", "Enter the one-time code")
  static let code = Text("动态验证码", "One-time code")

  static func html(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    let next = LocalPath.checked(state.isReturned ? request.fields["next"] : request.query["next"]) ?? "/work"
    let frame = Frame.plain(
      request.site, at: "/sign-in/code?" + URLEncoded.query(["next": next]), language: language,
      isLargeType: request.isLargeType, theme: request.theme)
    return publicShell(frame, title: title[language]) {
      h1 { title[language] }
      errorSummary(state.formErrors, in: language)
      postForm("/session/code", state.tokens(), in: language) {
        hiddenField("next", next)
        field(
          Field(
            name, code, hint: Text("手机验证器上的6位数字，或者一个恢复码。", "The six digits on your phone, or a recovery code."),
            autocomplete: "one-time-code"), errors: state.errors(name), in: language)
        submitButton(Text("登录", "Sign in"), in: language)
      }
      p { a(.href("/sign-in")) { Text("重新登录", "Sign in as somebody else")[language] } }
    }
  }
}
