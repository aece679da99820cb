package import Kernel
import Localization

/// 通知辩护文书 · Papers of notified defence that are no numbered forms of the ministry's.
package enum DefenceForms {
  package static let all = [2013, 2023].map(refusalForm)

  static func refusal(_ set: Int) -> PaperForm? { all.first { $0.formSet == set } }

  /// 拒绝辩护情况告知函 · What the undertaker writes to the organ and the centre when the person refuses to be defended
  /// (刑事规定 2013, 14).
  private static func refusalForm(_ set: Int) -> PaperForm {
    PaperForm(
      "REFUSAL", formSet: set, name: Text("拒绝辩护情况告知函", "Notice of a refusal of defence"),
      when: Text("本人拒绝法律援助律师辩护时", "When the person refuses the defender"), isSealed: false,
      signers: [Text("承办人员", "Undertaker")],
      fields: [
        .init("organ", Text("办案机关", "Handling organ")), .init("recipient", Text("受援人", "Recipient")),
        .init("cause", Text("案由", "Cause")), .init("caseNumber", Text("案件编号", "Case number")),
        .init("unit", Text("承办单位", "Undertaking unit")), .init("undertaker", Text("承办人员", "Undertaker")),
        .init("refusedOn", Text("拒绝日期", "Refused on")), .init("reason", Text("拒绝理由", "Reason")),
      ],
      wording: [
        "{{organ}}、法律援助中心：",
        "{{unit}}{{undertaker}}接受指派，为{{recipient}}{{cause}}一案（{{caseNumber}}）提供辩护。{{refusedOn}}会见时，"
          + "{{recipient}}表示不同意由本人辩护，理由为：{{reason}}。",
        "现将有关情况书面告知，请依法查明原因，并将处理决定告知本人和法律援助中心。", "特此告知。",
      ])
  }
}
