package import Kernel
import Localization

/// 协作文书 · The letter that answers another centre; what goes out is F07.
package enum CooperationForms {
  package static let all = [2013, 2023].map(reply)
  package static let replyCode = "COREPLY"

  static func reply(formSet: Int) -> PaperForm? { all.first { $0.formSet == formSet } }

  /// 协作复函 · The words are the product's.
  private static func reply(_ set: Int) -> PaperForm {
    PaperForm(
      replyCode, formSet: set, name: Text("异地协作复函", "Answer to a letter of cooperation"),
      when: Text("答复外地协作函时", "On answering another centre"), isSealed: true,
      fields: [
        .init("addressee", Text("受函单位", "Addressee")), .init("theirNumber", Text("来函文号", "Number of their letter")),
        .init("cause", Text("案由", "Cause")), .init("outcome", Text("办理情况", "Outcome")),
        .init("contact", Text("联系方式", "Contact")),
      ],
      wording: [
        "{{addressee}}：", "你单位关于{{cause}}一案的协作函（{{theirNumber}}）收悉。{{outcome}}", "特此函复。", "联系方式：{{contact}}",
      ])
  }
}
