import Kernel
import Localization

/// 要点变动 · Plan change: what would be different if one plan took the place of another, one line a value.
enum PlanChange {
  static func all(from old: Plan, to new: Plan) -> [Refusal] {
    let (before, after) = (lines(old), lines(new))
    return Set(before.keys).union(after.keys).sorted().compactMap { place in
      guard before[place] != after[place] else { return nil }
      let (was, becomes) = (before[place] ?? "—", after[place] ?? "—")
      return Refusal(
        "plan.change", Text("\(place)：\(was) → \(becomes)", "\(place): \(was) → \(becomes)"), field: place)
    }
  }

  /// Every value of a plan by its place in the file.
  private static func lines(_ plan: Plan) -> [String: String] {
    var lines: [String: String] = [:]
    if let population = plan.population {
      lines["population"] =
        "\(population.base.rawValue) \(population.persons) \(population.asOf) \(population.source)"
    }
    for (township, persons) in plan.townshipPopulation { lines["townshipPopulation.\(township)"] = String(persons) }
    if let lastYear = plan.lastYear { lines["lastYear"] = "\(lastYear.accepted) \(lastYear.source ?? "")" }
    for (key, target) in plan.targets { lines["targets.\(key)"] = target.description }
    for (key, chosen) in plan.denominators ?? [:] { lines["denominators.\(key)"] = chosen }
    for item in plan.items {
      lines["items.\(item.number)"] = "\(item.title) \(item.owner) \(item.measures.joined(separator: " "))"
    }
    return lines
  }
}
