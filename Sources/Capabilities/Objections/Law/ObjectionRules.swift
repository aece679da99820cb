import Intake
package import Kernel
package import Localization

/// 异议规则 · Rules of objections, as the rule book prints them.
package enum ObjectionRules {
  package static let all = [deciderTookNoPart, whatFollows]

  /// Says no to whoever is not of the bureau or had a part in the decision. Written into the audit log.
  package static let tookPart = Refusal(
    "objection.tookPart",
    Text(
      "异议由司法局没有参与原决定的人员审查，请转交其他人办理。",
      "An objection is decided at the bureau by somebody who had no part in the decision: hand it to another."),
    basis: [.r03("19"), .p12("19"), .lal("49")], isAudited: true)

  static let deciderTookNoPart = RuleEntry(
    "S3", .separation,
    Text("异议由司法局没有参与原决定的人员审查", "An objection is decided at the bureau by somebody who had no part in the decision"),
    basis: tookPart.basis)

  static let whatFollows = RuleEntry(
    "OB1", .termination,
    Text("经审查应当改正的，责令法律援助中心给予或者恢复援助", "Where the bureau orders a correction, the centre grants or resumes the aid"),
    basis: [.r03("19"), .p12("19"), .lal("49")], isVerified: false,
    note: Text(
      "责令改正后原决定文书撤销、终止的案件重新指派，是本产品的默认做法。",
      "That the old papers are withdrawn and a terminated case is assigned again is the product's default."))
}

/// 异议处理结果 · Outcome: what the bureau decides on an objection.
package enum ObjectionOutcome: String, Sendable, Hashable, CaseIterable, Codable {
  case uphold, correct

  package var name: Text {
    switch self {
    case .uphold: Text("维持原决定", "Uphold the decision")
    case .correct: Text("责令改正", "Order to correct")
    }
  }
}
