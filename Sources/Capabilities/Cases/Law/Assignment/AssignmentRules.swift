package import Kernel
package import WorkCalendar

/// 指派规则表 · The hard rules of assignment, in order.
package enum AssignmentRules {
  package static let all: [AssignmentRule] = [
    .lifeOrDeath, .deathReview, .minors, .lawyersOnly, .coDefendants, .bothSides, .sameUnit, .formerJudge,
    .excluded,
    .active, .twoDefenders, .replaced, .onLeave,
  ]

  /// Those whose facts the office keeps: how many defenders somebody has engaged besides (Q11) is not on record, and
  /// `may-assign` alone asks it.
  package static let ofPersons: [AssignmentRule] = all.filter { $0.key != "Q11" }

  /// Those that are asked of a unit before it names its person; the person's own are asked then.
  package static let ofUnits: [AssignmentRule] = [.bothSides, .sameUnit, .active]

  /// 软规则 · What is only told to the assigner.
  package static let soft: [AssignmentRule] = [.sameFirm, .language, .nearName, .pastEngagement, .publicLawyer]

  /// What the assigner should know of somebody whom nothing excludes.
  package static func warnings(
    _ facts: AssignmentFacts, on day: Day, rules: RuleSet? = nil
  ) -> [AssignmentRule.Block] {
    blocks(facts, on: day, rules: rules, soft)
  }

  /// Everything that stands against it, at once.
  package static func blocks(
    _ facts: AssignmentFacts, on day: Day, rules: RuleSet? = nil, _ chosen: [AssignmentRule] = all
  ) -> [AssignmentRule.Block] {
    let rules = rules ?? .inForce(on: day)
    return chosen.compactMap { $0.block(facts, on: day, rules: rules) }
  }
}
