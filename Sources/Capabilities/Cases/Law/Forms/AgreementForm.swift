import Intake
import Kernel
import Localization

extension CasesForms {
  /// F12 委托代理（辩护）协议 · Engagement agreement between the recipient and the unit (程序规定 2012, 22; 2023, 27). Both sign
  /// the print, whose scan is the dossier's item; or on the screen, if both want that (电子签名法 3, 14).
  static func agreement(_ set: Int) -> PaperForm {
    PaperForm(
      "F12", formSet: set, name: Text("委托代理协议", "Engagement agreement"),
      when: Text("与受援人签订协议前", "Before the recipient signs"), isSealed: false,
      signers: [
        Text("委托人", "Recipient"), Text("承办单位", "Undertaking unit"),
        Text("承办人员", "Undertaker"),
      ],
      fields: [
        Field("recipient", Text("委托人", "Recipient")), .unit, Field("unitAddress", Text("单位地址", "Unit’s address")),
        .undertaker, .undertakerPhone,
        .cause,
        .caseNumber, .aidForm, Field("capacity", Text("承办身份", "Acting as")),
        Field("authority", Text("代理权限", "Scope of authority")), Field("centre", Text("法律援助机构", "Centre")),
      ],
      wording: [
        "甲方（委托人）：{{recipient}}", "乙方（承办单位）：{{unit}}，地址：{{unitAddress}}，联系电话：{{undertakerPhone}}",
        "甲方因{{cause}}一案（{{caseNumber}}），经{{centre}}决定给予法律援助，援助形式为{{aidForm}}。"
          + (set == 2013 ? "双方根据《法律援助条例》，订立本协议。" : "双方根据《中华人民共和国法律援助法》，订立本协议。"),
        "一、乙方安排{{undertaker}}担任甲方的{{capacity}}。", "二、权限：{{authority}}。",
        "三、乙方及其承办人员依法、尽责办理，及时向甲方通报办理情况，保守办案中知悉的国家秘密、商业秘密和个人隐私，不向甲方收取任何财物。",
        "四、甲方如实陈述案件事实，提供所掌握的证据和材料；经济状况、案件情况有变化的，及时告知{{centre}}和乙方。",
        "五、{{centre}}决定终止法律援助或者更换承办单位的，本协议解除。",
        "六、本协议一式三份，甲方、乙方和{{centre}}各执一份，自双方签字、盖章之日起生效；双方约定在屏幕上签名的，签名与手写签名具有同等效力。",
      ])
  }
}
