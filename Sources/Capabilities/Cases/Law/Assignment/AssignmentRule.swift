package import Intake
package import Kernel
package import Localization
package import WorkCalendar

/// 指派规则 · Assignment rule: one hard rule (Q key); when it says why not, the assignment is blocked, and nobody may
/// override it: what is wrong in the records is corrected there.
package struct AssignmentRule: Sendable {
  /// 不得指派 · Block: a rule that stands against an assignment.
  package struct Block: Sendable, Hashable {
    package let key: String
    package let reason: Text
    package let basis: [LegalBasis]

    package var refusal: Refusal { Refusal("assignment.\(key)", reason, basis: basis) }
  }

  package let key: String
  package let name: Text
  package let grounds: Grounds
  /// Why the person may not take the case under these rules on this day; nil when nothing stands against it.
  let objection: @Sendable (AssignmentFacts, RuleSet, Day) -> Text?

  package func block(_ facts: AssignmentFacts, on day: Day, rules: RuleSet) -> Block? {
    guard let ground = grounds[rules], let reason = objection(facts, rules, day) else { return nil }
    return Block(key: key, reason: reason, basis: ground.basis)
  }

  package var entries: [RuleEntry] { grounds.entries(key, .assignment, name) }
}

extension [AssignmentRule.Block] {
  /// 须核对 · Among these warnings is one that who assigns has to look into, and say so.
  package var needChecking: Bool { contains { $0.key == AssignmentRule.nearName.key } }
}
