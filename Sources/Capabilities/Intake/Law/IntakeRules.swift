package import Kernel

/// 受理审批规则 · Intake rules: what the rule book prints of matters, exemptions, hardship and separation of duties.
package enum IntakeRules {
  package static let all: [RuleEntry] =
    MatterCode.allCases.flatMap(\.entries) + ExemptionCode.allCases.flatMap(\.entries) + Eligibility.entries
    + SeparationRules.entries + VerificationTime.entries + ProvisionalGround.entries
    + RepresentativeRelation.entries + ForwardingRules.entries
}
