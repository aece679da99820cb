import Intake
import Kernel
import Localization

extension CasesForms {
  /// F18 终止法律援助决定书 · Termination decision: the reason, the article, and the right to object (条例 19, 23;
  /// 法律援助法 48, 49).
  static func termination(_ set: Int) -> PaperForm {
    PaperForm(
      "F18", formSet: set, name: Text("终止法律援助决定书", "Termination decision"),
      when: Text("决定终止法律援助时", "On termination"), isSealed: true,
      fields: [
        .recipient, .cause, .caseNumber, Field("grantedOn", Text("给予援助日期", "Granted on")), .reason, .facts, .basis,
        Field("bureau", Text("受理异议的司法行政部门", "Bureau that takes objections")),
        Field("objectionLimit", Text("异议审查期限", "Time for deciding an objection")),
      ],
      wording: [
        "{{recipient}}：",
        "本中心于{{grantedOn}}决定对你{{cause}}一案（{{caseNumber}}）给予法律援助。现因{{reason}}（{{facts}}），"
          + (set == 2013 ? "依据{{basis}}，决定终止法律援助。" : "根据{{basis}}，决定终止法律援助。"),
        set == 2013
          ? "如对本决定有异议，可以向{{bureau}}提出。{{bureau}}自收到异议之日起{{objectionLimit}}内进行审查，"
            + "认为不应当终止的，以书面形式责令本中心继续提供法律援助。"
          : "对本决定有异议的，可以向{{bureau}}提出。{{bureau}}自收到异议之日起{{objectionLimit}}内进行审查，"
            + "作出维持本决定或者责令本中心改正的决定；对维持决定不服的，可以依法申请行政复议或者提起行政诉讼。",
        "特此通知。",
      ])
  }

  /// F19 终止法律援助公函 · Termination letter to the handling organ and to the unit.
  static func terminationLetter(_ set: Int) -> PaperForm {
    PaperForm(
      "F19", formSet: set, name: Text("终止法律援助公函", "Termination letter"),
      when: Text("决定终止法律援助时", "On termination"), isSealed: true,
      fields: [Field("addressee", Text("受函单位", "Addressee")), .recipient, .cause, .caseNumber, .reason, .basis],
      wording: [
        "{{addressee}}：",
        "本中心给予{{recipient}}{{cause}}一案的法律援助（{{caseNumber}}），因{{reason}}，根据{{basis}}的规定，"
          + "决定终止法律援助。",
        "特此函告。",
      ])
  }
}
