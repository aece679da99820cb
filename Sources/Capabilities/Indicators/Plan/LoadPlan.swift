package import Kernel
import Localization
import Storage

/// 载入年度要点 · Loads a year's plan, or replaces it where that is wanted.
package struct LoadPlan: Action {
  package static let permission = Permission.loadPlan
  private let plan: Plan
  private let replace: Bool

  package init(_ plan: Plan, replace: Bool = false) {
    self.plan = plan
    self.replace = replace
  }

  package enum Result: String, Sendable { case loaded, replaced, unchanged }

  /// The same plan again changes nothing. Refuses another one for the same year, saying what would change, unless it
  /// is to replace the first.
  package static func run(
    _ plan: Plan, replace: Bool, as principal: Principal, _ runner: ActionRunner
  ) async throws -> Result {
    let known = try await runner.services.database.read { try PlanTable.of(plan.year, in: principal.county, $0) }
    if known == plan { return .unchanged }
    try await runner.run(LoadPlan(plan, replace: replace), as: principal)
    return known == nil ? .loaded : .replaced
  }

  package func perform(in context: ActionContext) throws -> Done {
    try context.requireVersion(PlanTable.version(of: plan.year, in: context.county, context.tx))
    let known = try PlanTable.of(plan.year, in: context.county, context.tx)
    if let known, !replace {
      try Refusals.check([.otherPlan(of: plan.year)] + PlanChange.all(from: known, to: plan))
    }
    try PlanTable.save(plan, in: context)
    context.record(
      known == nil ? "plan.loaded" : "plan.replaced", .county(context.county),
      facts: [
        "year": .number(Int64(plan.year)), "items": .number(Int64(plan.items.count)),
        "targets": .list(plan.targets.sorted { $0.key < $1.key }.map { .text("\($0.key) \($0.value)") }),
      ])
    return Done()
  }
}

extension Permission {
  package static let loadPlan = Permission("plan.load", Text("载入年度要点", "Load the year’s plan"), [.bureauLeader])
}

extension Refusal {
  static func otherPlan(of year: Int) -> Refusal {
    Refusal(
      "plan.exists",
      Text(
        "\(year)年的要点已经载入，内容不同。以下各项将会改变；确定要替换的，请加上--replace。",
        "A plan of \(year) is loaded already, with other content. This would change; to replace it, add --replace.")
    )
  }
}
