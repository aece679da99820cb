import Kernel
import Localization

extension IntakeForms {
  /// F07 法律援助协作函 · Cooperation letter: asks another centre to verify something (程序规定 2012, 28; 法律援助法 41).
  static func cooperation(_ set: Int) -> PaperForm {
    PaperForm(
      "F07", formSet: set, name: Text("法律援助协作函", "Cooperation letter"),
      when: Text("请其他法律援助机构协助核查时", "When another centre is asked to verify"), isSealed: true,
      fields: [
        Field("addressee", Text("收函机构", "Addressee")), .cause, .applicationNumber, .basis,
        Field("content", Text("协作事项", "What is asked")), Field("contact", Text("联系方式", "Contact")),
      ],
      wording: [
        "{{addressee}}：", "我中心正在审查{{cause}}一案的法律援助申请（{{applicationNumber}}）。依据{{basis}}，请你单位协助核查下列事项：",
        "{{content}}", "请将核查情况函复我中心。联系方式：{{contact}}", "感谢支持。",
      ])
  }
}
