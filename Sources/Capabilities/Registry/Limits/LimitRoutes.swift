import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 可设定的期限 · Routes of the limits an office may set.
struct LimitRoutes {
  let limits: [LimitRule]
  /// Rules of other kinds that could not be verified; shown, not set.
  let rules: [RuleEntry]

  func all() -> [Route] {
    [
      .list("/settings/limits", .setLimits, LimitsPage.title) { request in
        let county = try request.requirePrincipal().county
        let office = try await request.services.database.read { try OfficeLimits.of(county, $0) }
        return LimitsPage(limits: limits, rules: rules, office: office, today: request.today).listPage(request)
      }
    ]
      + Route.form(
        "/settings/limits/{limit}", .setLimits, LimitsPage.editTitle,
        page: { request, state in
          let (limit, set) = try found(request)
          let (county, language) = (try request.requirePrincipal().county, request.language)
          let settings = try await request.services.database.read { try LimitSettingTable.all(county, $0) }
            .filter { $0.key == limit.key && $0.rules == set }
          return shell(try await request.frame(), title: LimitsPage.editTitle[language]) {
            LimitPage(limit: limit, rules: set, settings: settings, today: request.today)
              .body(request, state, in: language)
          }
        },
        submit: { request in
          let (limit, set) = try found(request)
          let told = try request.read { form in
            (
              number: form.requiredInteger("number", LimitPage.numberName, in: 1...365),
              from: form.requiredDay("from", LimitPage.from.label),
              source: form.requiredText("source", LimitPage.source.label, max: 100)
            )
          }
          try await request.run(
            SetLimit(limit, under: set, number: told.number, from: told.from, source: told.source))
          return Self.path(limit, set)
        })
  }

  static func path(_ limit: LimitRule, _ rules: RuleSet) -> String {
    "/settings/limits/\(limit.key)-\(rules.rawValue)"
  }

  private func found(_ request: WebRequest) throws -> (LimitRule, RuleSet) {
    for limit in limits {
      for set in RuleSet.allCases where limit.isSettable(set) {
        if "\(limit.key)-\(set.rawValue)" == request.value("limit") { return (limit, set) }
      }
    }
    throw Refusal.notFound
  }
}
