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

  package init(_ url: URL) throws {
    let file = url.lastPathComponent
    let map = try YAMLMap(
      try FactsText.read(url), file: file,
      allowed: [
        "matter", "groups", "claims", "household", "line", "pack", "track", "retrialOrdered", "foreignerIsEntitled",
      ])
    facts = Eligibility.Facts(
      matter: try map.optionalChoice("matter"), groups: try map.choices("groups"),
      claims: try map.choices("claims"),
      household: try Self.household(map), foreignerIsEntitled: try map.flag("foreignerIsEntitled"),
      track: try map.optionalChoice("track"), retrialOrdered: try map.flag("retrialOrdered"))
    line = try map.optionalMap("line", allowed: RulePackFile.hardshipKeys).map(RulePackFile.line)
    pack = try map.optionalText("pack").map {
      try RulePackFile.named($0, besides: url.deletingLastPathComponent())
    }
  }

  package func judge(asOf day: Day, rules: RuleSet) -> Eligibility.Verdict {
    Eligibility.judge(facts, asOf: day, rules: rules, line: line, packs: [pack].compactMap(\.self))
  }

  private static func household(_ map: YAMLMap) throws -> Household? {
    try map.optionalMap(
      "household", allowed: ["members", "netIncome", "months", "opponentInHousehold", "ownNetIncome"]
    ).map {
      Household(
        members: try $0.integer("members"), netIncomeFen: try $0.moneyFen("netIncome"),
        months: try $0.integer("months"),
        opponentInHousehold: try $0.flag("opponentInHousehold") ?? false,
        ownNetIncomeFen: $0.optionalText("ownNetIncome") == nil ? nil : try $0.moneyFen("ownNetIncome"))
    }
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
