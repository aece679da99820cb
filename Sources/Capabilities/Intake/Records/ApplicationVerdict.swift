package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 审查口径 · Yardstick: the rule set, the hardship line and the local packs that an application is judged by.
package struct Yardstick: Sendable, Hashable {
  package var rules: RuleSet
  /// The office's own; where it has none a pack's may count.
  var own: HardshipLine?
  package var packs: [LocalRulePack]
  /// 行政区划代码 · The county's division code.
  let division: String

  /// What holds in a county on a day.
  package static func inForce(
    on day: Day, rules: RuleSet? = nil, in county: CountyID, _ reader: any Reader
  ) throws -> Yardstick {
    try inForce(
      on: day, rules: rules ?? .inForce(on: day), in: county, AdoptedPackTable.all(county, reader), reader)
  }

  /// `known`: the packs the county adopted.
  static func inForce(
    on day: Day, rules: RuleSet, in county: CountyID, _ known: [AdoptedPack], _ reader: any Reader
  ) throws -> Yardstick {
    Yardstick(
      rules: rules, own: try HardshipLineTable.inForce(on: day, in: county, reader),
      packs: try known.inForce(on: day), division: try CountyTable.of(county, reader).code)
  }

  /// 适用的标准 · The line that counts on a day.
  package func line(on day: Day) -> HardshipLine? {
    HardshipTest.line(own, packs, on: day, in: division)?.line
  }

  package func judge(_ facts: Eligibility.Facts, asOf day: Day) -> Eligibility.Verdict {
    Eligibility.judge(facts, asOf: day, rules: rules, line: own, packs: packs, division: division)
  }
}

extension Application {
  /// Asks the three tests of what was told, under the rule set of the acceptance, and the line and the local packs of the
  /// day it came in.
  package func judge(_ keys: KeyRing, _ reader: any Reader) throws -> Eligibility.Verdict {
    try judge(keys, by: yardstick(AdoptedPackTable.all(county, reader), reader))
  }

  /// `known`: the packs the county adopted.
  func yardstick(_ known: [AdoptedPack], _ reader: any Reader) throws -> Yardstick {
    try .inForce(on: receivedOn, rules: ruleSet, in: county, known, reader)
  }

  /// The same by another yardstick, as if it held.
  func judge(_ keys: KeyRing, by yardstick: Yardstick) throws -> Eligibility.Verdict {
    yardstick.judge(try eligibility(keys), asOf: receivedOn)
  }
}
