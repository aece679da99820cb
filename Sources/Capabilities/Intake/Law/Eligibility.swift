package import Kernel
import Localization
package import Registry
package import WorkCalendar

/// 援助条件 · Eligibility: the three tests in order: person, matter, hardship. What is missing is not known,
/// never passed.
package enum Eligibility {
  package struct Facts: Sendable, Hashable {
    /// Nil: none of the matters the product knows.
    package var matter: MatterCode?
    package var groups: [GroupCode]
    /// Exemptions claimed with their proof held.
    package var claims: [ExemptionCode]
    package var household: Household?
    /// Of a foreigner or stateless person: whether law, treaty or reciprocity gives aid; nil: not yet looked up.
    package var foreignerIsEntitled: Bool?

    package init(
      matter: MatterCode?, groups: [GroupCode] = [], claims: [ExemptionCode] = [], household: Household? = nil,
      foreignerIsEntitled: Bool? = nil
    ) {
      self.matter = matter
      self.groups = groups
      self.claims = claims
      self.household = household
      self.foreignerIsEntitled = foreignerIsEntitled
    }
  }

  package static func judge(_ facts: Facts, asOf day: Day, rules: RuleSet, line: HardshipLine?) -> Verdict {
    let line = line.flatMap { $0.isInForce(on: day) ? $0 : nil }
    return Verdict(
      ruleSet: rules,
      tests: [
        PersonTest.judge(facts, rules), MatterTest.judge(facts, rules), HardshipTest.judge(facts, rules, line),
      ])
  }

  /// As the rule book prints the tests that no code of matter or exemption stands for.
  package static let entries = PersonTest.entries + HardshipTest.entries
}
