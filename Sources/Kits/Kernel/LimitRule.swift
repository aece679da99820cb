package import Localization
package import WorkCalendar

/// 期限规则 · Limit rule: one time limit (TL key) with its length and basis under each rule set. A set that amends another
/// names only what differs; the rest is as there.
package struct LimitRule: Sendable {
  package struct Variant: Sendable, Hashable {
    package let limit: TimeLimit
    package let basis: [LegalBasis]
    package let isVerified: Bool
    /// Where the text it rests on came into force, or went out of it, within the rule sets.
    package let from: Day?
    package let to: Day?

    package init(
      _ limit: TimeLimit, _ basis: [LegalBasis], isVerified: Bool = true, from: Day? = nil, to: Day? = nil
    ) {
      self.limit = limit
      self.basis = basis
      self.isVerified = isVerified
      self.from = from
      self.to = to
    }

    func isInForce(on day: Day) -> Bool { day.isWithin(from, to) }
  }

  package let key: String
  package let name: Text
  /// Who must act in time.
  package let roles: [Role]
  /// As written: a set that is not named may still know the limit from the set it amends.
  package let variants: [RuleSet: Variant]
  package let note: Text?

  package init(_ key: String, _ name: Text, roles: [Role], _ variants: [RuleSet: Variant], note: Text? = nil) {
    self.key = key
    self.name = name
    self.roles = roles
    self.variants = variants
    self.note = note
  }

  /// 所在规则集 · The set whose variant applies under a set on a day; nil where the limit is not known then. Asked for a day
  /// outside the set, the nearest day of it counts.
  package func home(_ rules: RuleSet, on day: Day) -> RuleSet? {
    let day = min(max(day, rules.from), rules.to ?? .latest)
    return rules.lineage.first { variants[$0]?.isInForce(on: day) == true }
  }

  /// The length and basis under a set for what happens on a day.
  package func variant(_ rules: RuleSet, on day: Day) -> Variant? { home(rules, on: day).flatMap { variants[$0] } }

  /// The sets under which a variant applies on their first day, their last, or the day it begins.
  private func sets(of home: RuleSet) -> [RuleSet] {
    RuleSet.allCases.filter { set in
      [set.from, set.to ?? .latest, variants[home]?.from]
        .contains { $0.map { set.holds(on: $0) && self.home(set, on: $0) == home } ?? false }
    }
  }

  package var entries: [RuleEntry] {
    RuleSet.allCases.compactMap { set in
      variants[set].map {
        RuleEntry(
          key, .limit, name, ruleSets: sets(of: set), from: $0.from, to: $0.to, basis: $0.basis,
          isVerified: $0.isVerified, note: note)
      }
    }
  }

  /// The due day or instant under a rule set; nil where the set knows no such limit.
  package func due(
    from trigger: Trigger, rules: RuleSet, calendar: WorkCalendar, pauses: [Pause] = []
  ) -> Due? {
    variant(rules, on: trigger.day).map { calendar.due($0.limit, from: trigger, pauses: pauses) }
  }
}
