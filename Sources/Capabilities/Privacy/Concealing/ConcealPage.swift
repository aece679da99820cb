import Kernel
import Localization
import Markup
import Registry
import Storage
import Web

/// 封存页 · Conceals the matter of an application or a case.
enum ConcealPage {
  static let title = Text("封存或者限制记录", "Conceal the record")

  static let routes = Route.form(
    ConcealmentPaths.conceal.pattern, .concealRecords, title,
    page: { request, state in
      let (id, principal): (MatterID, _) = (try request.id(), try request.requirePrincipal())
      try await request.services.database.read { try MatterScope.require(id, principal, $0) }
      return try await html(request, state)
    },
    submit: { request in
      let id: MatterID = try request.id()
      let action = try request.read { form in
        ConcealMatter(
          matter: id, ground: form.requiredChoice("ground", ground.label),
          reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
      return "/work"
    })

  private static func html(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let language = request.language
    return shell(try await request.frame(), title: title[language]) {
      pageHead(title[language])
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        p(.class("soft")) {
          Text(
            "办理后，这件事项的申请、案件、文书和材料不再出现在任何列表、查询和导出中，统计仍然计入。只有中心主任说明理由后可以查阅或者解除。",
            "Its application, case, papers and files then appear in no list, search or export; figures still count it. Only the director may open it or lift this, with a reason."
          )[language]
        }
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          field(ground, state.value("ground"), errors: state.errors("ground"), in: language)
          field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
          submitButton(title, in: language)
        }
      }
    }
  }

  private static let ground = Field(
    "ground", Text("依据", "Ground"),
    .radios(ConcealmentGround.allCases.map { Choice($0.rawValue, $0.name, hint: $0.basis.name) }))
  private static let reason = Field(
    "reason", Text("理由", "Reason"), .textarea(rows: 3),
    hint: Text("写明裁判文书或者请求的编号，不写姓名。", "Name the judgment or the request by its number, not the person."))
}
