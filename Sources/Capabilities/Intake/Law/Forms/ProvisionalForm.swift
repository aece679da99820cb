import Kernel
import Localization

extension IntakeForms {
  static let provisionalCode = "F09P"

  /// F09 先行提供法律援助决定书 · Provisional grant decision: the grant decision marked as made before the review (程序规定
  /// 2012, 18; 法律援助法 44). The national forms know no form of its own; the wording is ours.
  static func provisional(_ set: Int) -> PaperForm {
    PaperForm(
      provisionalCode, formSet: set, name: Text("先行提供法律援助决定书", "Provisional grant decision"),
      when: Text("情况紧急，先行提供法律援助时", "When aid is given before the decision, as it is urgent"), isSealed: true,
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .basis, .aidForm,
        Field("ground", Text("情形", "Ground")), Field("supplyBy", Text("补充期限", "Papers by")),
        Field("unitContact", Text("承办机构联系方式", "Contact of the unit")),
      ],
      wording: [
        "{{applicant}}：",
        "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），因{{ground}}，"
          + "根据{{basis}}，决定先行提供法律援助，援助形式为{{aidForm}}。",
        "请你于{{supplyBy}}前补充材料、补办有关手续。经审查不符合法律援助条件的，将终止法律援助。", "特此通知。", "承办机构联系方式：{{unitContact}}",
      ])
  }

  /// 申请告知单 · Referral note: where an application that belongs elsewhere is to be made (程序规定 2012, 8; 法律援助法 38).
  /// The wording is ours; it may also be told by word of mouth.
  static func referral(_ set: Int) -> PaperForm {
    PaperForm(
      "REFER", formSet: set, name: Text("法律援助申请告知单", "Referral note"),
      when: Text("申请不属于本中心管辖时", "When an application belongs to another office"), isSealed: false,
      signers: [Text("接待人员", "Receptionist"), Text("申请人", "Applicant")],
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .reason, .basis,
        Field("place", Text("应当申请的机构", "Office to apply to")),
        Field("materials", Text("退还的材料", "Materials handed back")),
      ],
      wording: [
        "{{applicant}}：",
        "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），不属于本中心受理范围。理由：{{reason}}",
        "根据{{basis}}，请你向{{place}}提出申请。申请时可以出示本告知单，说明已经提交过的材料。", "退还的材料：{{materials}}", "本告知单不是不予法律援助的决定。",
      ])
  }
}
