import Cases
import Intake
package import Kernel
import Localization

/// 通知辩护规则 · Rules of notified defence, as the rule book prints them.
package enum DefenceRules {
  package static let all = SituationRules.all.map(\.entry) + [complete, late, refusal, renewal, secondRefusal]

  static let complete = RuleEntry(
    "ND1", .notice, Text("通知应载事项不全的，向办案机关询问并登记", "What a notice lacks is asked of the organ and recorded"),
    basis: [.c13("10"), LegalBasis(.interpretation2021, "49")], isVerified: false,
    note: Text(
      "刑事规定第十条凭记忆录入。指派期限照常计算；没有询问记录的不能指派是本产品的默认做法。",
      "Art. 10 is from memory. The time to assign runs on; that nothing is assigned before the organ was asked is the product's default."
    ))
  static let late = RuleEntry(
    "ND2", .notice,
    Text("迟到的通知照常受理，迟延记在办案机关名下", "A late notice is taken in; the delay is recorded against the organ"),
    basis: [.lal("36")], isVerified: false,
    note: Text("记录迟延是本产品的默认做法。", "Recording the delay is the product's default."))
  static let refusal = RuleEntry(
    "ND3", .notice,
    Text(
      "应当通知辩护的，本人拒绝时书面报告，不因本人要求终止", "Where the organ must notify, a refusal is reported in writing and ends nothing"
    ),
    basis: [.c13("14"), .c13("15"), LegalBasis(.interpretation2021, "50")])
  static let renewal = RuleEntry(
    "ND4", .notice,
    Text(
      "准许拒绝后办案机关另行通知的，另行指派，原承办人员不再承办",
      "When the organ notifies anew after a permitted refusal, somebody else is assigned"),
    basis: [.c13("15"), LegalBasis(.interpretation2012, "45"), LegalBasis(.interpretation2021, "50")],
    note: Text(
      "指派期限从收到另行通知之日重新起算是本产品的默认做法。",
      "That the time to assign begins anew with that notice is the product's default."))
  static let secondRefusal = RuleEntry(
    "ND5", .notice,
    Text(
      "重新开庭后再次拒绝辩护：应当提供法律援助的不予准许，其他的可以准许，但不再另行指派",
      "A second refusal in court: not permitted where a defender is mandatory; else it may be, and nobody else is sent"
    ),
    basis: SecondRefusal.basis,
    note: Text(
      "侦查、审查起诉阶段再次拒绝的，没有查到条文，由办案机关决定。",
      "For investigation and prosecution review no text was found: the organ decides."))
}
