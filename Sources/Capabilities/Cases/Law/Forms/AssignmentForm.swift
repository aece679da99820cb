import Intake
import Kernel
import Localization

extension CasesForms {
  /// F11 指派通知书 · Assignment notice to the unit (程序规定 2012, 20, 22; 2023, 24, 27). `arrangeWithin` is the blank of the
  /// form: within how many days the unit names somebody.
  static func assignment(_ set: Int) -> PaperForm {
    PaperForm(
      "F11", formSet: set, name: Text("指派通知书", "Assignment notice"), when: Text("指派时", "On assignment"),
      isSealed: true,
      fields: [
        .unit, .recipient, .cause, .caseNumber, .aidForm, .ground,
        Field("arrangeWithin", Text("安排承办人期限", "Days to name a person")),
        Field("engageWithin", Text("签订协议期限", "Time to sign the agreement")),
        Field("recipientContact", Text("受援人联系方式", "Recipient's contact")),
      ],
      wording: [
        "{{unit}}：",
        "{{recipient}}{{cause}}一案（{{caseNumber}}），{{ground}}，援助形式为{{aidForm}}。"
          + (set == 2013 ? oldDuty : newDuty),
        "受援人联系方式：{{recipientContact}}", "特此通知。",
      ])
  }

  private static let oldDuty =
    "现指派你单位承办该案，自收到本通知书之日起{{arrangeWithin}}内安排合适承办人，并自安排之日起{{engageWithin}}内将承办人姓名和联系方式"
    + "告知受援人和本中心，与受援人或者其法定代理人、近亲属签订委托代理／辩护协议。"

  private static let newDuty =
    "根据《中华人民共和国法律援助法》，现指派你单位承办该案。请自收到本通知书之日起{{arrangeWithin}}内安排法律援助人员，并自安排之日起"
    + "{{engageWithin}}内将其姓名和联系方式告知受援人和本中心，与受援人或者其法定代理人、近亲属签订委托代理／辩护协议和授权委托书。"
    + "无正当理由不得拒绝指派。"
}
