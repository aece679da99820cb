import Kernel
import Localization
import Papers
import Storage
import Web

/// 法律帮助路由 · The routes of legal help and of the duty roster.
enum HelpRoutes {
  static func all() -> [Route] {
    [list, counts, page, ledger, roster] + register + HelpStepPages.all.flatMap { $0.routes() }
      + DutyPlacePage.routes + PlanningPage.routes + SubstitutionPage.routes
  }

  private static let list = Route.list(PathPattern(HelpPaths.list), .viewHelp, HelpListPage.title) { request in
    let principal = try request.requirePrincipal()
    let filter = HelpList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: HelpList.Filter.names)
    let list = try await request.services.database.read {
      try HelpList.load(filter, query, for: principal, $0)
    }
    return HelpListPage.list(request, list, filter, query, try await HelpKnown.load(request), principal)
  }

  private static let counts = Route.list(PathPattern(HelpPaths.counts), .viewHelp, HelpCountsPage.title) {
    HelpCountsPage.list($0, try await HelpCounts.load($0))
  }

  private static let roster = Route.list(PathPattern(HelpPaths.roster), .viewDuty, RosterPage.title) {
    RosterPage.list($0, try await Roster.load($0))
  }

  private static let page = Route.page(HelpPaths.page.pattern, .viewHelp, Text("法律帮助", "Legal help")) {
    HelpPage.html($0, try await HelpView.load($0), try await $0.frame())
  }

  private static let ledger = Route.post(HelpPaths.ledger.pattern, .dispatchHelp, LegalHelpStep.record.name) {
    let id: LegalHelpID = try $0.id()
    try await $0.run(EnterLedger(id))
    return HelpPaths.page.path(id)
  }

  private static let register = Route.form(
    PathPattern(HelpPaths.new), .registerHelp, NewHelpPage.title,
    page: { request, state in
      NewHelpPage.html(request, state, try await HelpKnown.load(request), try await request.frame())
    },
    submit: { request in
      let (person, told, upload) = try HelpReading.register(request, try await HelpKnown.load(request))
      var paper: StoredUpload?
      if let upload { paper = try await store(upload, in: request.services) }
      return HelpPaths.page.path(try await request.run(RegisterHelp(person, told, paper: paper)))
    })
}
