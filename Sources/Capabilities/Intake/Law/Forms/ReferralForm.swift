import Kernel
import Localization

extension IntakeForms {
  static let forwardingCode = "FORWARD"

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

  /// 申请转交告知单 · Forwarding note: that an application was handed, with all its papers, to the office it belongs to, and
  /// need not be made again (程序规定 2012, 8; 法律援助法 38). The wording is ours.
  static func forwarding(_ set: Int) -> PaperForm {
    PaperForm(
      forwardingCode, formSet: set, name: Text("法律援助申请转交告知单", "Forwarding note"),
      when: Text("把申请转交本县其他机构办理时", "When an application is forwarded to another office of the county"),
      isSealed: false,
      signers: [Text("接待人员", "Receptionist"), Text("申请人", "Applicant")],
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .reason, .basis,
        Field("place", Text("接收机构", "Receiving office")),
        Field("contact", Text("接收机构联系方式", "Contact of the receiving office")),
        Field("materials", Text("转交的材料", "Materials forwarded")),
      ],
      wording: [
        "{{applicant}}：",
        "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），应当由{{place}}办理。理由：{{reason}}",
        "根据{{basis}}，我们已经把你的申请和全部材料转交该机构，你不必重新申请。审查期限自该机构受理之日起计算。", "转交的材料：{{materials}}",
        "接收机构联系方式：{{contact}}", "本告知单不是不予法律援助的决定。",
      ])
  }
}
