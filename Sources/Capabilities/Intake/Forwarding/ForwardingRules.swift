import Kernel
import Localization

/// 转交规则 · Forwarding rules: the articles on territory say whose an application is; none that could be read says how a
/// misdirected one goes there, or from when its time runs then.
enum ForwardingRules {
  static func basis(_ rules: RuleSet) -> [LegalBasis] { [rules < .rs2022 ? .p12("8") : .lal("38")] }

  static let entries = [
    RuleEntry(
      "FWD", .handling,
      Text(
        "转交的申请，审查期限自接收机构受理之日起算",
        "The time to review a forwarded application runs from its acceptance by the receiving office"),
      basis: [.p12("8"), .lal("38")], isVerified: false,
      note: Text(
        "条文只规定管辖，没有规定转交后期限如何起算；本规则为系统默认，各地另有规定的从其规定。",
        "The articles settle territory only, not from when time runs after forwarding: a default of this software; local rules go before it."
      ))
  ]
}
