import Kernel
import Localization

extension IntakeForms {
  /// F08 法律援助审批表（2013）、审查表（2023） · Review form: the three tests, the reviewer's opinion and the head's, two
  /// signatures.
  static func review(_ set: Int) -> PaperForm {
    let isOld = set == 2013
    return PaperForm(
      "F08", formSet: set,
      name: isOld ? Text("法律援助审批表", "Approval form") : Text("法律援助审查表", "Review form"),
      when: Text("审查和审批时", "On review and approval"), isSealed: false,
      signers: [Text("审查人", "Reviewer"), Text("负责人", "Head of the centre")], layout: .table,
      fields: [
        .applicationNumber, .applicant, .identityNumber, .groups, .cause, .aidForm, .facts, .household,
        Field("personTest", Text("申请人审查", "Person test")), Field("matterTest", Text("事项审查", "Matter test")),
        Field(
          "hardshipTest",
          isOld ? Text("经济状况审查", "Economic review") : Text("经济困难状况核查", "Hardship check")),
        .basis, Field("ruleSet", Text("适用规则", "Rule set")),
        Field(
          "reviewOpinion", isOld ? Text("承办人审查意见", "Reviewer's opinion") : Text("审查意见", "Reviewer's opinion")),
        Field("reviewer", Text("审查人", "Reviewer")), Field("reviewedOn", Text("审查日期", "Reviewed on")),
        Field("approvalOpinion", Text("负责人审批意见", "Head's opinion")), Field("approver", Text("审批人", "Approver")),
        Field("decidedOn", Text("审批日期", "Decided on")),
      ],
      wording: [])
  }
}
