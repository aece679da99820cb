import Kernel
import Localization

extension IntakeForms {
  /// F02 法律援助申请表 · Application form, filled by the applicant or written down for him and confirmed.
  static func application(_ set: Int) -> PaperForm {
    PaperForm(
      "F02", formSet: set, name: Text("法律援助申请表", "Application for legal aid"),
      when: Text("申请时", "On application"), isSealed: false, signers: [Text("申请人", "Applicant")], layout: .table,
      fields: [
        .applicant, .sex, .birthOn, .identityNumber, .address, .phone, .groups,
        Field("representative", Text("代为申请人", "Applying representative")), Field("manner", Text("申请方式", "Manner")),
        .opponent, .cause, .aidForm, .facts,
        .reason, .household, .appliedOn,
      ],
      wording: [set == 2013 ? oldPledge : newPledge])
  }

  private static let oldPledge = "本人承诺以上所填内容和提交的材料真实、有效，如有虚假，愿意承担相应的法律责任。"
  private static let newPledge = "本人承诺如实说明经济困难状况和案件情况，同意法律援助机构核查；如以欺骗或者其他不正当手段获得法律援助，愿意承担法律责任。"
}
