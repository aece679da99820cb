package import Kernel
import Localization

/// 工作要点与指标 · Indicators: the year's plan as data, and its numbers, live. The numbers themselves are measures that
/// other capabilities give; this one adds base, target, distance, forecast and the pages.
package enum Indicators {
  package static let capability = Capability(
    key: "indicators", name: Text("工作要点与指标", "The plan and its indicators"), planItems: [3, 4],
    migrations: IndicatorsMigration.all + [FrozenYearTable.migration], permissions: [.viewIndicators, .loadPlan],
    events: [
      "year.frozen": Text("冻结年度基数", "Year frozen"),
      "plan.loaded": Text("载入年度要点", "Plan loaded"), "plan.replaced": Text("替换年度要点", "Plan replaced"),
    ])
}

extension Permission {
  package static let viewIndicators = Permission(
    "indicators.view", Text("查看工作要点与指标", "View the plan and its indicators"),
    [.bureauLeader, .director, .assigner, .reviewer, .qualitySupervisor])
}
