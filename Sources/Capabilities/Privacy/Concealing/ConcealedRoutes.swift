import Kernel
import Localization
import Markup
import Registry
import Storage
import Web

/// 封存路由 · The director's routes: the list, opening for the day, lifting.
enum ConcealedRoutes {
  static let all: [Route] =
    [
      .list(ConcealmentPaths.list, .openConcealed, ConcealedList.title) { request in
        let principal = try request.requirePrincipal()
        return try await request.services.database.read { try ConcealedList.load(principal, $0) }.listPage(request)
      }
    ]
    + step(
      .opening, Text("查阅封存的记录", "Open a concealed record"),
      Text(
        "查阅是一条记录：谁、何时、因何。今天之内您可以打开这件事项的申请和案件。",
        "Opening is recorded: who, when and why. Until the end of the day you find its application and case.")
    ) { OpenConcealed(matter: $0, reason: $1) }
    + step(
      .lifting, Text("解除封存", "Lift the concealment"),
      Text("解除后，有权限的人重新可以找到这件事项。", "Whoever may see it finds the matter again.")
    ) { LiftConcealment(matter: $0, reason: $1) }

  /// A page that asks for the reason and does one thing with it.
  private static func step<A: Action>(
    _ path: ConcealmentPaths, _ title: Text, _ effect: Text,
    _ action: @escaping @Sendable (MatterID, String) -> A
  ) -> [Route] {
    Route.form(
      path.pattern, .openConcealed, title,
      page: { request, state in
        let (language, id): (_, MatterID) = (request.language, try request.id())
        let principal = try request.requirePrincipal()
        try await request.services.database.read { try MatterScope.requireConcealed(id, principal, $0) }
        return shell(try await request.frame(), title: title[language]) {
          pageHead(
            title[language],
            crumbs: breadcrumbs(
              [
                Crumb(ConcealedList.title[language], path: ConcealmentPaths.list.path()), Crumb(title[language]),
              ], in: language))
          errorSummary(state.formErrors, in: language)
          sheet(in: language) {
            p(.class("soft")) { effect[language] }
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
              submitButton(title, in: language)
            }
          }
        }
      },
      submit: { request in
        let id: MatterID = try request.id()
        try await request.run(
          request.read { action(id, $0.requiredText("reason", reason.label, max: 500, isMultiline: true)) })
        return ConcealmentPaths.list.path()
      })
  }

  private static let reason = Field(
    "reason", Text("法律理由", "Legal reason"), .textarea(rows: 3),
    hint: Text(
      "例如：司法机关为办案需要，依照国家规定查询（写明文号）。", "For example: asked by a judicial organ for a case (give its number)."))
}
