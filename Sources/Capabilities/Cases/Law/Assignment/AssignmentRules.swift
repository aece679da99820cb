package import Kernel
package import WorkCalendar

/// 指派规则表 · The hard rules of assignment, in order.
package enum AssignmentRules {
  package static let all: [AssignmentRule] = [
    .lifeOrDeath, .deathReview, .minors, .lawyersOnly, .coDefendants, .bothSides, .sameUnit, .formerJudge,
    .excluded,
    .active, .twoDefenders, .replaced, .onLeave,
  ]

  /// Those whose facts every case and person on record has; the others need the facts of the criminal desk.
  package static let wired: [AssignmentRule] = [.lawyersOnly, .bothSides, .sameUnit, .active, .replaced, .onLeave]

  /// Everything that stands against it, at once.
  package static func blocks(
    _ facts: AssignmentFacts, on day: Day, rules: RuleSet? = nil, _ chosen: [AssignmentRule] = all
  ) -> [AssignmentRule.Block] {
    let rules = rules ?? .inForce(on: day)
    return chosen.compactMap { $0.block(facts, on: day, rules: rules) }
  }
}
