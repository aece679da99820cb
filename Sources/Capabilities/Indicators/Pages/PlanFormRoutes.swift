import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 设定要点的路由 · The page on which the bureau sets a year's plan.
struct PlanFormRoutes {
  let shipped: Plan?

  func all() -> [Route] {
    Route.form(
      PlanPaths.content, .loadPlan, PlanForm.title,
      page: { request, state in
        let form = try await form(request)
        return shell(try await request.frame(), title: PlanForm.title[request.language]) {
          form.body(request, state, in: request.language)
        }
      },
      submit: { request in
        let before = try await form(request)
        let plan = try request.read { try Self.read(&$0, before) }
        try await request.run(LoadPlan(plan, replace: true))
        return PlanPaths.year.path(plan.year)
      })
  }

  private func form(_ request: WebRequest) async throws -> PlanForm {
    let county = try request.requirePrincipal().county
    guard let year = Int(request.value("year")), (2000...2100).contains(year) else { throw Refusal.notFound }
    return try await request.services.database.read { reader in
      let own = try PlanTable.of(year, in: county, reader)
      // Residents and last year's cases are of their year; targets and items may go on.
      let before = try own == nil ? PlanTable.of(year - 1, in: county, reader) ?? shipped : nil
      return PlanForm(
        year: year,
        plan: own ?? Plan(year: year, targets: before?.targets ?? [:], items: before?.items ?? []),
        townships: try AgencyTable.townships(county, reader),
        version: try PlanTable.version(of: year, in: county, reader), isNew: own == nil)
    }
  }

  private static func read(_ form: inout FieldReader, _ before: PlanForm) throws -> Plan {
    var plan = Plan(year: before.year, denominators: before.plan.denominators)
    plan.population = population(&form)
    // A number of a township that is not asked for here stays as it was loaded.
    plan.townshipPopulation = before.plan.townshipPopulation
    for name in before.townships {
      let field = PlanForm.township(name)
      plan.townshipPopulation[name] = form.integer(field.name, field.label, in: 1...100_000_000)
    }
    let accepted = form.integer(PlanForm.accepted.name, PlanForm.accepted.label, in: 0...10_000_000)
    let source = form.text(PlanForm.acceptedSource.name, PlanForm.acceptedSource.label, max: 100)
    plan.lastYear = accepted.map { Plan.LastYear(accepted: $0, source: source) }
    if accepted == nil, source != nil {
      form.refuse(
        "plan.accepted", at: PlanForm.accepted.name,
        Text("请填写上年案件数，或者不填来源。", "Fill in last year’s number, or leave its source empty."))
    }
    for kind in IndicatorKind.allCases {
      let field = PlanForm.target(kind)
      guard let text = form.text(field.name, field.label, max: 20) else { continue }
      plan.targets[kind.key] = Target(text)
      if plan.targets[kind.key] == nil {
        form.refuse(
          "plan.target", at: field.name, Text("请填写数字，例如19或者35.5。", "Write a plain number, such as 19 or 35.5."))
      }
    }
    let lines = form.text(PlanForm.items.name, PlanForm.items.label, max: 20_000, isMultiline: true) ?? ""
    switch PlanLines.read(lines) {
    case .success(let items): plan.items = items
    case .failure(let refusal): form.refuse(refusal.key, at: PlanForm.items.name, refusal.message)
    }
    return plan
  }

  /// All of it or nothing: a number of residents means little without its day and source.
  private static func population(_ form: inout FieldReader) -> Plan.Population? {
    let base = form.requiredChoice(PlanForm.base.name, PlanForm.base.label, Plan.Population.Base.self)
    let persons = form.integer(PlanForm.persons.name, PlanForm.persons.label, in: 1...100_000_000)
    let asOf = form.day(PlanForm.asOf.name, PlanForm.asOf.label)
    let source = form.text(PlanForm.source.name, PlanForm.source.label, max: 100)
    if persons == nil, asOf == nil, source == nil { return nil }
    let fields: [(Field, isMissing: Bool)] = [
      (PlanForm.persons, persons == nil), (PlanForm.asOf, asOf == nil), (PlanForm.source, source == nil),
    ]
    for (field, isMissing) in fields where isMissing {
      form.refuse(
        "plan.population", at: field.name,
        Text(
          "人口数、日期和来源要么都填，要么都不填。请补填\(field.label.zh)。",
          "Number, day and source of the residents go together: fill in “\(field.label.en)”, or empty all three."))
    }
    return persons.flatMap { persons in
      asOf.flatMap { asOf in
        source.map { Plan.Population(base: base, persons: persons, asOf: asOf, source: $0) }
      }
    }
  }
}
