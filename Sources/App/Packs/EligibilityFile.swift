package import Foundation
package import Intake
package import Kernel
import Registry
package import WorkCalendar

/// 审查事实文件 · Eligibility file: what the three tests are asked about, read from YAML.
package struct EligibilityFile {
  package let facts: Eligibility.Facts
  package let line: HardshipLine?
  package let pack: LocalRulePack?
  /// 行政区划代码 · Where the office is, by which a pack of several places finds its line.
  package let region: String?

  package init(_ url: URL) throws {
    let file = url.lastPathComponent
    let map = try YAMLMap(
      try FactsText.read(url), file: file,
      allowed: [
        "matter", "groups", "claims", "household", "line", "pack", "track", "retrialOrdered", "foreignerIsEntitled",
        "region",
      ])
    facts = Eligibility.Facts(
      matter: try map.optionalChoice("matter"), groups: try map.choices("groups"),
      claims: try map.choices("claims"),
      household: try Self.household(map), foreignerIsEntitled: try map.flag("foreignerIsEntitled"),
      track: try map.optionalChoice("track"), retrialOrdered: try map.flag("retrialOrdered"))
    line = try map.optionalMap("line", allowed: RulePackFile.hardshipKeys).map(RulePackFile.line)
    region = try RulePackFile.region(map)
    pack = try map.optionalText("pack").map {
      try RulePackFile.named($0, besides: url.deletingLastPathComponent())
    }
  }

  package func judge(asOf day: Day, rules: RuleSet) -> Eligibility.Verdict {
    Eligibility.judge(
      facts, asOf: day, rules: rules, line: line, packs: [pack].compactMap(\.self), division: region)
  }

  /// As totals, or as people whose sums they are.
  private static func household(_ map: YAMLMap) throws -> Household? {
    try map.optionalMap(
      "household",
      allowed: [
        "members", "netIncome", "months", "opponentInHousehold", "ownNetIncome", "people", "expenses", "houses",
        "cars", "savings", "valuables",
      ]
    ).map { told in
      let months = try told.integer("months")
      let opponent = try told.flag("opponentInHousehold") ?? false
      let expenses = try told.optionalMoneyFen("expenses")
      let assets = HouseholdAssets(
        houses: try told.optionalInteger("houses"), cars: try told.optionalInteger("cars"),
        savingsFen: try told.optionalMoneyFen("savings"), areValuable: try told.flag("valuables"))
      let people = try told.maps(
        "people", allowed: ["relation", "name", "wage", "business", "other", "opponent"]
      ).map(person)
      guard people.isEmpty else {
        return Household(
          people: people, months: months, opponentInHousehold: opponent, expensesFen: expenses, assets: assets)
      }
      return Household(
        members: try told.integer("members"), netIncomeFen: try told.moneyFen("netIncome"), months: months,
        opponentInHousehold: opponent, ownNetIncomeFen: try told.optionalMoneyFen("ownNetIncome"),
        expensesFen: expenses, assets: assets)
    }
  }

  private static func person(_ map: YAMLMap) throws -> HouseholdMember {
    HouseholdMember(
      try map.choice("relation"), name: map.optionalText("name"), wageFen: try map.optionalMoneyFen("wage") ?? 0,
      businessFen: try map.optionalMoneyFen("business") ?? 0, otherFen: try map.optionalMoneyFen("other") ?? 0,
      isOpponent: try map.flag("opponent") ?? false)
  }
}

/// A file of facts as text, or why not.
enum FactsText {
  static func read(_ url: URL) throws -> String {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw YAMLFault("\(url.path): no readable UTF-8 file 文件不能读取，请检查路径和编码")
    }
    return text
  }
}
