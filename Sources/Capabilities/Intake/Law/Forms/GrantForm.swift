import Kernel
import Localization

extension IntakeForms {
  /// F09 给予法律援助决定书 · Grant decision (程序规定 2012, 16; 法律援助法 43).
  static func grant(_ set: Int) -> PaperForm {
    PaperForm(
      "F09", formSet: set, name: Text("给予法律援助决定书", "Grant decision"),
      when: Text("决定给予法律援助时", "On granting aid"), isSealed: true,
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .basis, .aidForm,
        Field("unitContact", Text("承办机构联系方式", "Contact of the unit")),
      ],
      wording: set == 2013 ? oldGrant : newGrant)
  }

  private static let oldGrant = [
    "{{applicant}}：",
    "你于{{appliedOn}}向本中心提出的{{cause}}一案法律援助申请（{{applicationNumber}}），经审查，符合法律援助条件，"
      + "依据{{basis}}，现决定给予法律援助，提供法律援助的方式为{{aidForm}}。",
    "法律援助是无偿的，承办人员不得收取任何钱物。承办人员不履行职责的，你可以要求本中心更换。"
      + "需要缓交、减交、免交诉讼费用的，可以凭本决定书向人民法院申请。",
    "特此通知。", "承办机构联系方式：{{unitContact}}",
  ]

  private static let newGrant = [
    "{{applicant}}：",
    "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），经审查，符合《中华人民共和国法律援助法》规定的条件。"
      + "根据{{basis}}，决定给予法律援助，援助形式为{{aidForm}}。",
    "提供法律援助不收取任何财物。你有权了解法律援助事项的办理情况；法律援助人员未依法履行职责的，你可以请求本中心更换。"
      + "需要缓交、减交、免交诉讼费用的，可以凭本决定书向人民法院申请司法救助。",
    "特此通知。", "承办机构联系方式：{{unitContact}}",
  ]
}
