package import Kernel
package import Localization
import Markup
import Storage
package import Web
import WorkCalendar

extension Registry {
  /// `events`: what every kind of event is called, for the audit log and timelines. `panels`: what other capabilities show
  /// on a person's page. `numbers`: every series of numbers the office has. `limits`: every time limit, for what a changed
  /// calendar moves.
  package static func routes(
    events: [String: Text], panels: [PanelSource] = [], numbers: [NumberKind] = [], limits: [LimitRule] = [],
    rules: [RuleEntry] = []
  ) -> [Route] {
    [
      .page("/agencies", .viewAgencies, AgenciesPage.title) { request in
        let principal = try request.requirePrincipal()
        let county = principal.county
        let page = try await request.services.database.read { reader in
          AgenciesPage(
            agencies: try AgencyTable.all(county, reader),
            people: try LegalAidPersonTable.all(county, orClosed: true, reader),
            isManaged: principal.holds(.manageAgencies))
        }
        return shell(try await request.frame(), title: AgenciesPage.title[request.language]) {
          page.body(request.language)
        }
      },
      .page("/users", .manageUsers, UsersPage.title) { request in
        let (county, today) = (try request.requirePrincipal().county, request.today)
        let page = try await request.services.database.read { reader in
          UsersPage(
            users: try UserTable.all(county, reader), grants: try UserTable.grants(of: county, on: today, reader),
            agencies: try AgencyTable.all(county, reader))
        }
        return shell(try await request.frame(), title: UsersPage.title[request.language]) {
          page.body(request.language)
        }
      },
    ] + AgencyPage.routes() + AccountForm.routes() + AccountView.routes() + UserRoutes.routes()
      + LegalAidPersonPage.routes()
      + AuditPage(names: events).routes() + SecondFactorPages.routes() + SignInRulesForm.routes()
      + AddUserForm.routes() + AddAgencyForm.routes() + AddLegalAidPersonForm.routes()
      + FailedJobs.routes() + NumberRoutes.all(numbers) + HolidaysPage(limits: limits).routes()
      + PersonRoutes.all(panels, events) + DictionaryRoutes.all()
      + LimitRoutes(limits: limits, rules: rules).all()
  }
}
