import App
import Indicators
import Kernel
import TestSupport
import WorkCalendar

/// 年度要点 · The plan of 2016 as it ships, for any year, with a small county's population.
enum YearPlan {
  static let source = "县公安局"

  static func of(_ year: Int) throws -> Plan {
    var plan = try PlanFile.shipped()
    plan.year = year
    plan.population = Plan.Population(
      base: .registered, persons: 10_000, asOf: .literal(year - 1, 12, 31), source: source)
    return plan
  }
}

extension TestOffice {
  func loadPlan(of year: Int) async throws {
    _ = try await LoadPlan.run(YearPlan.of(year), replace: false, as: principal("leader"), office.runner)
  }
}
