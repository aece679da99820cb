import Kernel
import Localization
import Registry
import Storage
import Web

/// 回避路由 · The routes of recusal.
enum RecusalRoutes {
  static let all = raising + deciding

  private static let raising = Route.form(
    PathPattern(ApplicationPaths.list + "/{id}/recusal"), .raiseRecusal, RecusalPages.title,
    page: { request, state in
      let people = try await people(request)
      return RecusalPages.raising(
        request, state, try await ApplicationView.load(request), people, try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let offered = try await people(request).map(\.id)
      let me = try request.requirePrincipal().user
      let action = try request.read { form in
        let person = form.requiredID("person", RecusalPages.whom, among: offered)
        return RaiseRecusal(
          id, of: person == me ? nil : person,
          reason: form.requiredText("reason", RecusalPages.reason.label, max: 500, isMultiline: true))
      }
      _ = try await request.run(action)
      return ApplicationPaths.page(id)
    })

  private static let deciding = Route.form(
    PathPattern(ApplicationPaths.list + "/{id}/recusal-decision"), .decideRecusal, RecusalPages.decisionTitle,
    page: { request, state in
      RecusalPages.deciding(request, state, try await ApplicationView.load(request), try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let action = try request.read { form in
        let outcome: RecusalPages.Outcome = form.requiredChoice("outcome", RecusalPages.outcome.label)
        return DecideRecusal(
          id, form.requiredID("recusal", RecusalPages.title, of: Recusal.self).uuid, grant: outcome == .granted,
          words: form.requiredText("opinion", DecisionPages.opinion.label, max: 500, isMultiline: true))
      }
      _ = try await request.run(action)
      return try request.requirePrincipal().holds(.viewApplication) ? ApplicationPaths.page(id) : "/work"
    })

  private static func people(_ request: WebRequest) async throws -> [(id: UserID, name: String)] {
    let (principal, today) = (try request.requirePrincipal(), request.today)
    return try await request.services.database.read {
      try RecusalTable.people(in: principal.county, on: today, $0)
    }
  }
}
