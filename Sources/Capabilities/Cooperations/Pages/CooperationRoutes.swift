import Cases
import Kernel
import Localization
import Markup
import Storage
import Web

/// 协作路由 · The routes of cooperation.
enum CooperationRoutes {
  static func all() -> [Route] {
    [list, page, closing] + new + request + CooperationStepPage.all.flatMap { $0.routes() }
  }

  private static let list = Route.list(
    PathPattern(CooperationPaths.list), .viewCooperation, CooperationListPage.title
  ) { request in
    let principal = try request.requirePrincipal()
    let filter = CooperationList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: CooperationList.Filter.names)
    let list = try await request.services.database.read {
      try CooperationList.load(filter, query, for: principal, $0)
    }
    return CooperationListPage.list(request, list, filter, query)
  }

  private static let page = Route.page(
    PathPattern(CooperationPaths.list + "/{id}"), .viewCooperation, CooperationPage.title
  ) { request in
    CooperationPage.html(request, try await CooperationView.load(request), try await request.frame())
  }

  private static let closing = Route.post(
    PathPattern(CooperationPaths.list + "/{id}/closing"), .manageCooperation, CooperationStep.close.name
  ) { request in
    let id: CooperationID = try request.id()
    _ = try await request.run(CloseCooperation(id))
    return CooperationPaths.page(id)
  }

  private static let new = Route.form(
    PathPattern(CooperationPaths.new), .manageCooperation, NewCooperationPage.title,
    page: { NewCooperationPage.html($0, $1, try await $0.frame()) },
    submit: { request in
      CooperationPaths.page(try await request.run(RegisterCooperation(NewCooperationPage.read(request))))
    })

  private static let request = Route.form(
    PathPattern("/cases/{id}/cooperation"), .requestCooperation, RequestPage.title,
    page: { request, state in
      let (id, principal) = (try request.id(of: Spine.Case.self), try request.requirePrincipal())
      let found = try await request.services.database.read { try CaseTable.one(id, for: principal, $0) }
      return RequestPage.html(request, state, found, try await request.frame())
    },
    submit: { request in
      let id = try request.id(of: Spine.Case.self)
      let action = try request.read { form in
        RequestCooperation(
          id, other: form.requiredText("other", CooperationFields.other.label, max: 100),
          item: form.requiredChoice("item", CooperationFields.item.label),
          content: form.requiredText("content", CooperationFields.content.label, max: 2_000, isMultiline: true))
      }
      _ = try await request.run(action)
      return "/cases/\(id)"
    })
}

/// 报告协作页 · On a case: the undertaker reports what has to be done elsewhere.
enum RequestPage {
  static let title = Text("报告需要异地协作", "Report that cooperation is needed")
  private typealias F = CooperationFields

  static func html(_ request: WebRequest, _ state: FormState, _ found: AidCase, _ frame: Frame) -> HTML {
    let language = request.language
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(found.number, path: "/cases/\(found.id)"), Crumb(title[language])], in: language),
        lead: .text("\(found.recipientName) · \(found.cause)"))
      if found.state.isActive || state.isReturned {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) {
            Text("报告后由中心审核并向对方发出协作函。", "The centre looks at it and sends the letter to the other one.")[language]
          }
          postForm(
            CooperationPaths.request(found.id), state.tokens(version: found.version), changed: state.isReturned,
            in: language
          ) {
            ask(F.other, state, language)
            ask(F.item, state, language)
            ask(F.content, state, language)
            submitButton(title, in: language)
          }
        }
      } else {
        notice(
          Text("案件没有在办理，不能报告协作。", "Nobody is working on the case: nothing can be asked for it."), .soon,
          in: language)
      }
    }
  }
}
