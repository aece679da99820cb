package import Kernel
package import Localization
import Markup
import Registry
package import Storage
package import Web
package import WorkCalendar

/// 指派占比 · Assignment shares: how the year stands in what the plan asks of assignments; nil where it asks nothing.
package typealias AssignmentShares = @Sendable (any Reader, CountyID, Day) throws -> Text?

extension Cases {
  /// `panels`: what other capabilities show on a case's page; `pools`: every pool one may keep to in assigning; `shares`: what
  /// the plan asks of assignments, in words for whoever assigns on a day.
  package static func routes(
    panels: [PanelSource] = [], events: [String: Text] = [:], pools: [PoolSource] = [],
    shares: @escaping AssignmentShares = { _, _, _ in nil }
  ) -> [Route] {
    let own: [Route] = [list, mine, one(panels.filter { $0.on == "case" }, events), hearingHeld, hearingObserved]
    let steps: [[Route]] = [
      AssignmentPage.page(pools, shares).routes(), AssignmentPlanPage.routes(pools, shares), WeightsPage.routes,
      [WorkSharesPage.route],
      [PoolsPage.route(pools)], PoolMembershipPage.routes(pools),
      UndertakerPage.page.routes(), CoUndertakerPage.page.routes(),
      MajorCasePages.routes(), AgreementPage.page.routes(), KeyDatePages.page.routes(),
      ReturnAssignmentPage.page.routes(),
      ReplacementPages.routes(), TerminationPages.routes(), HandlingPages.routes(), HearingChangePage.page.routes(),
      ClosingPages.routes(), DossiersPage.routes, DossierRoutes.all, ArchiveRoutes.routes(), CasesAPI.routes,
    ]
    return [AgeingPage.route, CoveragePage.route] + CasesPage.whole.routes + own + steps.flatMap(\.self)
  }

  private static let list = Route.list(CasePaths.list, .viewCases, Text("案件", "Cases")) { request in
    let (principal, query) = (try request.requirePrincipal(), CaseQuery(request))
    return try await request.services.database.read { try CasesPage.load(query, principal, $0) }.listPage(request)
  }

  private static let mine = Route.list(CasePaths.mine, .handleCases, MyCasesPage.title) { request in
    let (principal, query, today) = (try request.requirePrincipal(), ListQuery(request, sorts: []), request.today)
    return try await request.services.database.read { try MyCasesPage.load(principal, query, on: today, $0) }
      .listPage(request)
  }

  private static func one(_ panels: [PanelSource], _ events: [String: Text]) -> Route {
    .page(CasePaths.page.pattern, .viewCases, Text("案件", "A case")) { request in
      let (principal, services) = (try request.requirePrincipal(), request.services)
      let id = try request.id(of: Spine.Case.self)
      let page = try await services.database.read {
        try CasePage.load(id, principal, services, panels, events: events, $0)
      }
      return shell(try await request.frame(), title: page.aidCase.number) {
        page.body(request.tokens(version: page.aidCase.version), in: request.language)
      }
    }
  }

  private static let hearingHeld = Route.post(
    CasePaths.hearingHeld, .handleCases, Text("确认已开庭", "A hearing was held")
  ) { request in
    let (id, hearing) = (try request.id(of: Spine.Case.self), try request.id("hearing", of: Spine.Hearing.self))
    try await request.run(MarkHearingHeld(aidCase: id, hearing: hearing))
    return CasePaths.page.path(id)
  }

  private static let hearingObserved = Route.post(
    CasePaths.hearingObserved, .observeHearings, Text("登记旁听", "A hearing was observed")
  ) { request in
    let (id, hearing) = (try request.id(of: Spine.Case.self), try request.id("hearing", of: Spine.Hearing.self))
    try await request.run(MarkHearingObserved(aidCase: id, hearing: hearing))
    return CasePaths.page.path(id)
  }
}
