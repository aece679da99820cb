import Kernel
import Localization

extension IntakeForms {
  package static let replyCode = "REPLY"

  /// 审查结果函 · Tells the organ and the place of custody what became of a detained person's application (程序规定 2012, 17;
  /// 刑事规定 2013, 8, both from memory). The words are the product's.
  static func reply(_ set: Int) -> PaperForm {
    PaperForm(
      replyCode, formSet: set, name: Text("法律援助申请审查结果函", "Letter on the outcome of an application"),
      when: Text("在押人员的申请作出决定时", "On deciding a detained person’s application"), isSealed: true,
      fields: [
        .init("organ", Text("办案机关", "Handling organ")), .init("place", Text("羁押场所", "Place of custody")),
        .applicant,
        .appliedOn, .cause, .applicationNumber, .init("decisionNumber", Text("决定书文号", "Number of the decision")),
        .init("outcome", Text("审查结果", "Outcome")), .init("contact", Text("联系方式", "Contact")),
      ],
      wording: [
        "{{organ}}、{{place}}：",
        "{{applicant}}于{{appliedOn}}就{{cause}}一案提出的法律援助申请（{{applicationNumber}}）收悉。经审查，本中心{{outcome}}（{{decisionNumber}}）。",
        "请将所附决定书转交本人。", "特此函告。", "联系方式：{{contact}}",
      ])
  }
}
