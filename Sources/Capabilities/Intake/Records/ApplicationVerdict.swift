import Kernel
package import Storage

extension Application {
  /// Asks the three tests of what was told, under the rule set of the acceptance, and the line and the local packs of the
  /// day it came in.
  package func judge(_ keys: KeyRing, _ reader: any Reader) throws -> Eligibility.Verdict {
    try judge(keys, reader, packs: LocalRulePack.inForce(on: receivedOn, in: county, reader))
  }

  /// The same under other packs, as if they held.
  package func judge(
    _ keys: KeyRing, _ reader: any Reader, packs: [LocalRulePack]
  ) throws -> Eligibility.Verdict {
    Eligibility.judge(
      try eligibility(keys), asOf: receivedOn, rules: ruleSet,
      line: try HardshipLineTable.inForce(on: receivedOn, in: county, reader), packs: packs)
  }
}
