package import Localization
package import WorkCalendar

/// 规则 · Rule entry: what the rule book prints of a rule; the function that applies it stands beside it in its
/// capability and is pure: no clock, no database.
package struct RuleEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case limit, matter, exemption, assignment, handling, separation, termination, eligibility, notice
  }

  package let key: String
  package let kind: Kind
  package let name: Text
  package let ruleSets: [RuleSet]
  package let from: Day?
  package let to: Day?
  package let basis: [LegalBasis]
  /// False where the source could not be read: then the rule is a configurable default, and `note` says so.
  package let isVerified: Bool
  package let note: Text?

  package init(
    _ key: String, _ kind: Kind, _ name: Text, ruleSets: [RuleSet] = RuleSet.allCases, from: Day? = nil,
    to: Day? = nil, basis: [LegalBasis], isVerified: Bool = true, note: Text? = nil
  ) {
    self.key = key
    self.kind = kind
    self.name = name
    self.ruleSets = ruleSets
    self.from = from
    self.to = to
    self.basis = basis
    self.isVerified = isVerified
    self.note = note
  }
}
