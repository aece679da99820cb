import Cases
import Intake
import Kernel
import Localization
import Papers
import Storage
import Web

/// 异议路由 · The routes of objections.
enum ObjectionRoutes {
  static func all() -> [Route] {
    [list, page, withdrawal] + decision + ContestPages.routes
      + new("/applications/{id}/objection") { .application(try $0.id()) }
      + new("/cases/{id}/objection") { .aidCase(try $0.id(of: Spine.Case.self)) }
  }

  private static let list = Route.list(
    PathPattern(ObjectionPaths.list), .viewObjections, ObjectionListPage.title
  ) { request in
    let principal = try request.requirePrincipal()
    let filter = ObjectionList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: ObjectionList.Filter.names)
    let list = try await request.services.database.read {
      try ObjectionList.load(filter, query, for: principal, $0)
    }
    return ObjectionListPage.list(request, list, filter, query)
  }

  private static let page = Route.page(
    PathPattern(ObjectionPaths.list + "/{id}"), .viewObjections, ObjectionPages.title
  ) { request in
    ObjectionPages.page(request, try await ObjectionView.load(request), try await request.frame())
  }

  private static let decision = Route.form(
    PathPattern(ObjectionPaths.list + "/{id}/decision"), .decideObjections, ObjectionPages.decisionTitle,
    page: { ObjectionPages.decision($0, $1, try await ObjectionView.load($0), try await $0.frame()) },
    submit: { request in
      let id: ObjectionID = try request.id()
      let action = try request.read { form in
        DecideObjection(
          id, form.requiredChoice("outcome", ObjectionPages.outcome.label),
          opinion: form.requiredText("opinion", ObjectionPages.opinion.label, max: 2_000, isMultiline: true))
      }
      _ = try await request.run(action)
      return ObjectionPaths.page(id)
    })

  private static let withdrawal = Route.post(
    PathPattern(ObjectionPaths.list + "/{id}/withdrawal"), .registerObjections, ObjectionStep.withdraw.name
  ) { request in
    let id: ObjectionID = try request.id()
    _ = try await request.run(WithdrawObjection(id))
    return ObjectionPaths.page(id)
  }

  private static func new(
    _ pattern: String, _ about: @escaping @Sendable (WebRequest) throws -> ObjectionSubject
  ) -> [Route] {
    Route.form(
      PathPattern(pattern), .registerObjections, ObjectionPages.newTitle,
      page: { request, state in
        let (about, principal) = (try about(request), try request.requirePrincipal())
        let (known, decision) = try await request.services.database.read { reader in
          (
            try about.person(for: principal, reader),
            try DecisionObjectedTo.load(about, for: principal, reader)
          )
        }
        return NewObjectionPage.html(request, state, about, known, decision, try await request.frame())
      },
      submit: { request in
        let about = try about(request)
        let (receivedOn, grounds, upload) = try request.read { form in
          (
            form.requiredDay("receivedOn", ObjectionPages.receivedOn.label, notAfter: request.today),
            form.requiredText("grounds", ObjectionPages.grounds.label, max: 2_000, isMultiline: true),
            form.file("paper", ObjectionPages.paper.label)
          )
        }
        var paper: StoredUpload?
        if let upload { paper = try await store(upload, in: request.services) }
        let id = try await request.run(
          RegisterObjection(about, receivedOn: receivedOn, grounds: grounds, paper: paper))
        return ObjectionPaths.page(id)
      })
  }
}

extension ObjectionSubject {
  /// Of whom and in what matter, as whoever reads may see it.
  func person(for principal: Principal, _ reader: any Reader) throws -> (name: String, cause: String) {
    switch self {
    case .application(let id):
      let it = try ApplicationTable.one(id, for: principal, reader)
      return (it.applicantName, it.cause)
    case .aidCase(let id):
      let it = try CaseTable.one(id, for: principal, reader)
      return (it.recipientName, it.cause)
    }
  }
}
