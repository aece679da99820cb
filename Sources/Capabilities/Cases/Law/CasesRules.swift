package import Kernel

/// 承办规则 · Case rules: what the rule book prints of assignment and termination.
package enum CasesRules {
  package static let all: [RuleEntry] = [
    AssignmentRules.all.flatMap(\.entries), AssignmentRules.soft.flatMap(\.entries),
    ReplacementGround.allCases.flatMap(\.entries),
    TerminationReason.allCases.flatMap(\.entries), MeetingDuty.entries, MajorCaseGround.allCases.flatMap(\.entries),
  ].flatMap(\.self)
}
