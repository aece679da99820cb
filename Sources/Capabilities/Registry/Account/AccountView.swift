import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 账号情况 · Account view: what stands on one's own account page beside the password.
struct AccountView {
  let duty: AccountDuty?
  let hasSecondFactor: Bool
  let recoveryCodesLeft: Int
  let sessions: [Session]
  let history: [SignInHistory.Entry]

  static func of(_ request: WebRequest) async throws -> AccountView {
    let principal = try request.requirePrincipal()
    guard let user = principal.user, let session = request.session else { throw Refusal.notAllowed }
    let (today, now) = (request.today, request.services.clock.real())
    return try await request.services.database.read { reader in
      AccountView(
        duty: try AccountDuty.first(of: session, on: today, reader),
        hasSecondFactor: try SecondFactor.isEnrolled(user, reader),
        recoveryCodesLeft: try SecondFactorTable.unusedRecoveryCodes(of: user, in: principal.county, reader),
        sessions: try SessionTable.of(user, since: IdleTime.of(principal.county, reader).edge(now), reader),
        history: try SignInHistory.of(user, reader))
    }
  }

  static func routes() -> [Route] {
    [
      .post("/account/sessions/{name}/end", .signedIn, Text("退出某次登录", "End a session")) { request in
        guard let user = try request.requirePrincipal().user else { throw Refusal.notAllowed }
        try await request.run(EndSession(user: user, name: request.value("name")))
        return "/account"
      }
    ]
  }

  func body(_ request: WebRequest) -> HTML {
    let language = request.language
    return .fragment {
      sheet(SecondFactorPages.title, in: language) {
        p { standing[language] }
        linkButton(
          hasSecondFactor ? Text("管理第二因素", "Manage the second factor") : Text("登记第二因素", "Set up a second factor"),
          to: "/account/second-factor", in: language)
      }
      sheet(Text("当前登录", "Where signed in"), in: language, flush: true) {
        SessionList.table(sessions, path: "/account/sessions", request)
      }
      sheet(Text("登录记录", "Sign-in history"), in: language, flush: true) {
        SignInHistory.table(history, in: language)
      }
    }
  }

  private var standing: Text {
    hasSecondFactor
      ? Text(
        "已登记。还有\(recoveryCodesLeft)个恢复码可用。", "Set up. \(recoveryCodesLeft) recovery codes are left.")
      : Text("未登记。登记后，登录时除密码外还要输入手机上的验证码。", "Not set up. With it, signing in asks for a code from your phone too.")
  }
}
