import Intake
import Kernel
import Localization

extension CasesForms {
  /// F16 更换法律援助人员申请表 · Application for replacement, by the recipient or the undertaker, with both opinions.
  static func replacementApplication(_ set: Int) -> PaperForm {
    PaperForm(
      "F16", formSet: set,
      name: set == 2013
        ? Text("更换法律援助人员审批表", "Approval of a replacement of the legal aid person")
        : Text("更换法律援助人员申请表", "Application for replacement of the legal aid person"),
      when: Text("决定是否更换法律援助人员时", "On deciding a replacement of the legal aid person"), isSealed: false,
      signers: [Text("申请人", "Applicant"), Text("工作人员", "Staff"), Text("负责人", "Head")], layout: .table,
      fields: [
        .caseNumber, .recipient, .cause, .unit, .undertaker, Field("requestedBy", Text("申请（登记）人", "Asked by")),
        Field("requestedOn", Text("申请日期", "Asked on")), Field("ground", Text("更换事由", "Ground")), .reason,
        Field("review", Text("审查意见", "Review opinion")), Field("decision", Text("审批意见", "Decision")),
      ],
      wording: [])
  }

  /// F17 更换法律援助人员通知书 · Notice of replacement to the unit: it names another person, or drops the case.
  static func replacementNotice(_ set: Int) -> PaperForm {
    PaperForm(
      "F17", formSet: set,
      name: Text("更换法律援助人员通知书", "Notice of replacement of the legal aid person"),
      when: Text("决定更换法律援助人员时", "On granting a replacement of the legal aid person"), isSealed: true,
      fields: [
        .unit, .recipient, .cause, .caseNumber, .undertaker, Field("requestedOn", Text("申请日期", "Asked on")),
        .reason,
        .basis, Field("arrangement", Text("更换安排", "What the unit has to do")),
      ],
      wording: [
        "{{unit}}：",
        "本中心于{{requestedOn}}收到更换{{recipient}}{{cause}}一案（{{caseNumber}}）法律援助人员{{undertaker}}的申请，"
          + "理由是：{{reason}}。经审查，依据{{basis}}，决定予以更换。",
        "{{arrangement}}", "特此通知。",
      ])
  }
}
