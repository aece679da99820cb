import Intake
package import Kernel
import Localization

/// 异议文书 · The paper of the bureau's decision, F20.
package enum ObjectionForms {
  package static let all = [2013, 2023].map(decision)

  static func decision(formSet: Int) -> PaperForm? { all.first { $0.formSet == formSet } }

  /// F20 法律援助异议审查决定书 · The bureau's decision on an objection, for the objector and for the centre. The text of the
  /// form was not read; these words are the product's.
  private static func decision(_ set: Int) -> PaperForm {
    PaperForm(
      "F20", formSet: set, name: Text("法律援助异议审查决定书", "Decision on an objection"),
      when: Text("审查异议后", "On deciding an objection"), isSealed: true,
      fields: [
        .init("objector", Text("异议人", "Objector")), .init("centre", Text("法律援助机构", "Legal aid centre")), .cause,
        .init("decision", Text("原决定", "The decision")), .init("decisionNumber", Text("原决定文号", "Its number")),
        .init("decidedOn", Text("原决定日期", "Its day")), .init("receivedOn", Text("收到异议日期", "Received on")),
        .init("grounds", Text("异议理由", "Grounds of the objection")), .reason, .basis,
        .init("outcome", Text("处理结果", "Outcome")), .init("remedy", Text("救济途径", "Further remedy")),
      ],
      wording: [
        "{{objector}}、{{centre}}：",
        "{{objector}}对{{centre}}于{{decidedOn}}就{{cause}}一案作出的{{decision}}（{{decisionNumber}}）有异议，于{{receivedOn}}向本局"
          + "提出，理由是：{{grounds}}",
        "经审查：{{reason}}", "根据{{basis}}，{{outcome}}", "{{remedy}}",
      ])
  }

  /// What the outcome means for the centre.
  static func outcome(_ outcome: ObjectionOutcome, of subject: ObjectionSubject) -> String {
    switch (outcome, subject) {
    case (.uphold, _): "决定维持原决定。"
    case (.correct, .application): "责令改正：撤销原决定，由法律援助中心及时给予法律援助。"
    case (.correct, .aidCase): "责令改正：撤销原决定，由法律援助中心继续提供法律援助。"
    }
  }

  /// Since 2022 whoever is not content may go on (法律援助法 49).
  package static func remedy(_ outcome: ObjectionOutcome, _ rules: RuleSet) -> String {
    outcome == .uphold && rules >= .rs2022
      ? "对本决定不服的，可以依法申请行政复议或者提起行政诉讼。" : "特此通知。"
  }
}
