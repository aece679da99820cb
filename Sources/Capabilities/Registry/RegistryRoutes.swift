package import Kernel
package import Localization
import Markup
import Storage
package import Web
import WorkCalendar

extension Registry {
  /// `events`: what every kind of event is called, for the audit log and timelines. `panels`: what other capabilities show
  /// on a person's page. `numbers`: every series of numbers the office has. `limits`: every time limit, for what a changed
  /// calendar moves. `persons`: every column that names a person, for what a merge moves.
  package static func routes(
    events: [String: Text], panels: [PanelSource] = [], numbers: [NumberKind] = [], limits: [LimitRule] = [],
    persons: [PersonLink] = [], rules: [RuleEntry] = []
  ) -> [Route] {
    [
      .list("/users", .manageUsers, UsersPage.title) { request in
        let (county, today) = (try request.requirePrincipal().county, request.today)
        return try await request.services.database.read { reader in
          UsersPage(
            users: try UserTable.all(county, reader), grants: try UserTable.grants(of: county, on: today, reader),
            agencies: try AgencyTable.all(county, reader), rules: try SignInRules.of(county, reader))
        }.listPage(request)
      }
    ] + AgenciesPage.routes() + AgencyPage.routes() + AccountForm.routes() + AccountView.routes()
      + UserRoutes.routes()
      + LegalAidPersonPage.routes()
      + AuditPage(names: events).routes() + SecondFactorPages.routes() + SignInRulesForm.routes()
      + IdleTimePage.routes() + GroupRulesPage.routes() + SavedFilterPages.routes()
      + AddUserForm.routes() + AddAgencyForm.routes() + AddLegalAidPersonForm.routes()
      + FailedJobs.routes() + NumberRoutes.all(numbers) + HolidaysPage(limits: limits).routes()
      + PersonRoutes.all(panels, events, persons) + DictionaryRoutes.all()
      + LimitRoutes(limits: limits, rules: rules).all()
  }
}
