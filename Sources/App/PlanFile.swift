package import Indicators
import Kernel
import WorkCalendar

/// 要点文件 · Plan file: a year's plan read from YAML, whole; every fault is told with its key.
package enum PlanFile {
  package static func read(yaml: String, file: String) throws -> Plan {
    let map = try YAMLMap(
      yaml, file: file,
      allowed: ["year", "population", "townshipPopulation", "lastYear", "targets", "items", "denominators"])
    return Plan(
      year: try year(map, file), population: try population(map), townshipPopulation: try townships(map),
      lastYear: try map.optionalMap("lastYear", allowed: ["accepted", "source"]).map {
        Plan.LastYear(accepted: try $0.integer("accepted"), source: $0.optionalText("source"))
      }, targets: try targets(map, file), items: try items(map, file), denominators: try denominators(map, file))
  }

  /// The plan of 2016 as it ships.
  package static func shipped() throws -> Plan { try read(yaml: Plan2016.yaml, file: "Plan2016") }

  private static func year(_ map: YAMLMap, _ file: String) throws -> Int {
    let year = try map.integer("year")
    guard (2000...2100).contains(year) else { throw YAMLFault("\(file): year \(year): from 2000 to 2100 年份不在范围内") }
    return year
  }

  private static func population(_ map: YAMLMap) throws -> Plan.Population? {
    try map.optionalMap("population", allowed: ["base", "persons", "asOf", "source"]).map {
      Plan.Population(
        base: try $0.choice("base"), persons: try $0.integer("persons"), asOf: try $0.day("asOf"),
        source: try $0.text("source"))
    }
  }

  private static func townships(_ map: YAMLMap) throws -> [String: Int] {
    guard let townships = try map.optionalMap("townshipPopulation", allowed: []) else { return [:] }
    return try Dictionary(uniqueKeysWithValues: townships.keys.map { ($0, try townships.integer($0)) })
  }

  private static func targets(_ map: YAMLMap, _ file: String) throws -> [String: Target] {
    guard let targets = try map.optionalMap("targets", allowed: Set(IndicatorKind.allCases.map(\.key))) else {
      return [:]
    }
    return try Dictionary(
      uniqueKeysWithValues: targets.keys.map { key in
        let text = try targets.text(key)
        guard let target = Target(text) else {
          throw YAMLFault("\(file): targets: \(key) “\(text)”: a plain number such as 19 or 35.5 应为数字")
        }
        return (key, target)
      })
  }

  private static func denominators(_ map: YAMLMap, _ file: String) throws -> [String: String]? {
    let measures = Capabilities.all.flatMap(\.measures).filter { !$0.alternatives.isEmpty }
    guard let chosen = try map.optionalMap("denominators", allowed: Set(measures.map(\.key))) else { return nil }
    return try Dictionary(
      uniqueKeysWithValues: chosen.keys.map { key in
        let word = try chosen.text(key)
        let known = measures.first { $0.key == key }?.alternatives.map(\.key) ?? []
        guard known.contains(word) else {
          throw YAMLFault("\(file): denominators: \(key) “\(word)”: \(known.joined(separator: ", ")) 没有这种分母")
        }
        return (key, word)
      })
  }

  private static func items(_ map: YAMLMap, _ file: String) throws -> [Plan.Item] {
    let items = try map.maps("items", allowed: ["number", "title", "owner", "measures"]).map {
      Plan.Item(
        number: try $0.integer("number"), title: try $0.text("title"), owner: try $0.text("owner"),
        measures: try $0.texts("measures"))
    }
    let known = Set(IndicatorKind.allCases.map(\.key))
    for item in items {
      guard let unknown = item.measures.first(where: { !known.contains($0) }) else { continue }
      throw YAMLFault("\(file): items: \(item.number): measures “\(unknown)”: K0 to K15 没有这项指标")
    }
    if Set(items.map(\.number)).count != items.count {
      throw YAMLFault("\(file): items: a number is repeated 任务编号重复")
    }
    return items
  }
}
