package import Kernel
package import Localization

/// 规则依据 · Grounds: what one rule rests on under each rule set. A set that is not named is as the set it amends, and
/// without one does not know the rule.
package struct Grounds: Sendable, Hashable {
  package struct Ground: Sendable, Hashable {
    package let basis: [LegalBasis]
    /// False where the source could not be read or the rule is the product's own: then `note` says so.
    package let isVerified: Bool
    package let note: Text?

    package init(_ basis: [LegalBasis], isVerified: Bool = true, note: Text? = nil) {
      self.basis = basis
      self.isVerified = isVerified
      self.note = note
    }

    /// An article known from memory, not from the text itself.
    package static func fromMemory(_ basis: LegalBasis...) -> Ground {
      Ground(basis, isVerified: false, note: .fromMemory)
    }

    /// The product's own default.
    package static func design(_ basis: [LegalBasis] = [], _ note: Text) -> Ground {
      Ground(basis, isVerified: false, note: note)
    }
  }

  private let bySet: [RuleSet: Ground]

  package init(_ bySet: [RuleSet: Ground]) { self.bySet = bySet }

  /// The bases where all of them were read.
  package init(_ bySet: [RuleSet: [LegalBasis]]) { self.bySet = bySet.mapValues { Ground($0) } }

  package subscript(_ rules: RuleSet) -> Ground? { rules.lineage.lazy.compactMap { bySet[$0] }.first }

  package func basis(_ rules: RuleSet) -> [LegalBasis] { self[rules]?.basis ?? [] }

  /// As the rule book prints them: one entry for the rule sets that rest on the same ground.
  package func entries(_ key: String, _ kind: RuleEntry.Kind, _ name: Text) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    var done: Set<RuleSet> = []
    for rules in RuleSet.allCases where !done.contains(rules) {
      guard let ground = self[rules] else { continue }
      let sets = RuleSet.allCases.filter { self[$0] == ground }
      done.formUnion(sets)
      entries.append(
        RuleEntry(
          key, kind, name, ruleSets: sets, basis: ground.basis, isVerified: ground.isVerified, note: ground.note))
    }
    return entries
  }
}

extension Text {
  package static let fromMemory = Text(
    "条文凭记忆录入，尚未与原文核对。", "The article is cited from memory; not yet checked against the text.")
}
