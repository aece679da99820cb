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

/// 期限规则 · Limit rule: one time limit (TL key) with its length and basis under each rule set.
package struct LimitRule: Sendable {
  package struct Variant: Sendable {
    package let limit: TimeLimit
    package let basis: [LegalBasis]
    package let isVerified: Bool

    package init(_ limit: TimeLimit, _ basis: [LegalBasis], isVerified: Bool = true) {
      self.limit = limit
      self.basis = basis
      self.isVerified = isVerified
    }
  }

  package let key: String
  package let name: Text
  /// Who must act in time.
  package let roles: [Role]
  package let variants: [RuleSet: Variant]
  package let note: Text?

  package init(_ key: String, _ name: Text, roles: [Role], _ variants: [RuleSet: Variant], note: Text? = nil) {
    self.key = key
    self.name = name
    self.roles = roles
    self.variants = variants
    self.note = note
  }

  package var entries: [RuleEntry] {
    RuleSet.allCases.compactMap { set in
      variants[set].map {
        RuleEntry(
          key, .limit, name, ruleSets: [set], basis: $0.basis, isVerified: $0.isVerified, note: note)
      }
    }
  }

  /// The due day or instant under a rule set; nil where the set knows no such limit.
  package func due(
    from trigger: Trigger, rules: RuleSet, calendar: WorkCalendar, pauses: [Pause] = []
  ) -> Due? {
    variants[rules].map { calendar.due($0.limit, from: trigger, pauses: pauses) }
  }
}
