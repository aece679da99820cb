import Kernel
import Localization
import Markup
import Storage
import Web

/// 空闲时间页 · The idle time: what holds, the default and its bounds with their source, and the form that sets it.
struct IdleTimePage {
  static let title = Text("空闲时间", "Idle time")
  static let path = "/settings/idle-time"

  let time: IdleTime
  let hasFactor: Bool

  static func routes() -> [Route] {
    Route.form(
      PathPattern(path), .manageSecurity, title,
      page: { request, state in
        let page = try await load(request)
        return shell(try await request.frame(), title: title[request.language]) { page.body(request, state) }
      },
      submit: { request in
        let told = try request.read { $0.requiredInteger("minutes", minutes.label, in: IdleTime.range) }
        try await SecondFactor.confirm(request)
        try await request.run(SetIdleTime(IdleTime(minutes: told)))
        return path + "?done=1"
      })
  }

  private static func load(_ request: WebRequest) async throws -> IdleTimePage {
    let principal = try request.requirePrincipal()
    return try await request.services.database.read { reader in
      IdleTimePage(
        time: try IdleTime.of(principal.county, reader),
        hasFactor: try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false)
    }
  }

  private func body(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(
        Self.title[language],
        crumbs: breadcrumbs(
          [Crumb(SignInRulesForm.title[language], path: SignInRulesForm.path), Crumb(Self.title[language])],
          in: language))
      if request.query["done"] == "1" {
        notice(Text("已保存，立即生效。", "Saved, and in force at once."), .good, in: language)
      }
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        facts(
          [
            Web.Fact(Text("现行", "In force"), Self.words(time.minutes)[language]),
            Web.Fact(Text("软件默认", "Default"), Self.words(IdleTime.standard.minutes)[language]),
            Web.Fact(
              Text("可设范围", "Bounds"),
              Text(
                "\(IdleTime.range.lowerBound)至\(IdleTime.range.upperBound)分钟",
                "\(IdleTime.range.lowerBound) to \(IdleTime.range.upperBound) minutes")[language]),
            Web.Fact(Text("依据", "Basis"), Self.basis[language]),
          ], in: language)
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          field(
            Self.minutes, state.value("minutes", or: String(time.minutes)), errors: state.errors("minutes"),
            in: language)
          if hasFactor { field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language) }
          submitButton(Text("设定", "Set"), .main, in: language)
        }
      }
    }
  }

  private static func words(_ minutes: Int) -> Text { Text("\(minutes)分钟", "\(minutes) minutes") }

  private static let basis = Text(
    "网络安全等级保护三级（GB/T 22239—2019）要求登录连接超时自动退出，没有规定分钟数；默认值和范围由软件设定，条文未核对。",
    "Graded protection, level 3 (GB/T 22239-2019) asks that an idle connection ends and names no length; the default and the bounds are this software’s, and the standard’s text was not checked."
  )

  private static let minutes = Field(
    "minutes", Text("空闲多少分钟后退出登录", "Idle minutes before signing out"), .number,
    hint: Text(
      "窗口电脑常有人围观，宜短；两分钟前有提示，填写的内容不会丢失。",
      "Keep it short where others see the screen; a warning comes two minutes before, and nothing typed is lost."))
}
