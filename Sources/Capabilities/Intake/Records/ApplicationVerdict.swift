import Kernel
package import Storage

/// 审查口径 · Yardstick: the rule set, the hardship line and the local packs that an application is judged by.
struct Yardstick: Hashable {
  var rules: RuleSet
  var line: HardshipLine?
  var packs: [LocalRulePack]
}

extension Application {
  /// Asks the three tests of what was told, under the rule set of the acceptance, and the line and the local packs of the
  /// day it came in.
  package func judge(_ keys: KeyRing, _ reader: any Reader) throws -> Eligibility.Verdict {
    try judge(keys, by: yardstick(AdoptedPackTable.all(county, reader), reader))
  }

  /// `known`: the packs the county adopted.
  func yardstick(_ known: [AdoptedPack], _ reader: any Reader) throws -> Yardstick {
    Yardstick(
      rules: ruleSet, line: try HardshipLineTable.inForce(on: receivedOn, in: county, reader),
      packs: try known.inForce(on: receivedOn))
  }

  /// The same by another yardstick, as if it held.
  func judge(_ keys: KeyRing, by yardstick: Yardstick) throws -> Eligibility.Verdict {
    Eligibility.judge(
      try eligibility(keys), asOf: receivedOn, rules: yardstick.rules, line: yardstick.line, packs: yardstick.packs)
  }
}
