package import Kernel
import Localization

extension IntakeForms {
  /// F10 不予法律援助决定书 · Refusal decision: the reason, the article, and the right to object (程序规定 2012, 16;
  /// 法律援助法 43, 49). No national rule limits the time for objecting, so none is printed.
  static func refusal(_ set: Int) -> PaperForm {
    PaperForm(
      "F10", formSet: set, name: Text("不予法律援助决定书", "Refusal decision"),
      when: Text("决定不予法律援助时", "On refusing aid"), isSealed: true,
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .reason, .basis,
        Field("bureau", Text("受理异议的司法行政部门", "Bureau that takes objections")),
        Field("objectionLimit", Text("异议审查期限", "Time for deciding an objection")),
      ],
      wording: set == 2013 ? oldRefusal : newRefusal)
  }

  private static let opening =
    "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），经审查，不符合法律援助条件，理由是：{{reason}}"

  private static let oldRefusal = [
    "{{applicant}}：", opening, "依据{{basis}}，现决定不予法律援助。",
    "如对本决定有异议，可以向{{bureau}}提出。{{bureau}}自收到异议之日起{{objectionLimit}}内进行审查，"
      + "认为你符合法律援助条件的，以书面形式责令本中心及时提供法律援助。",
    "特此通知。",
  ]

  private static let newRefusal = [
    "{{applicant}}：", opening, "根据{{basis}}，决定不予法律援助。",
    "对本决定有异议的，可以向{{bureau}}提出。{{bureau}}自收到异议之日起{{objectionLimit}}内进行审查，"
      + "作出维持本决定或者责令本中心改正的决定；对维持决定不服的，可以依法申请行政复议或者提起行政诉讼。",
    "特此通知。",
  ]
}

/// 异议权 · The right to object to a refusal or a termination, as a decision has to name it (条例 19; 法律援助法 49).
package enum ObjectionRight {
  /// The value of `objectionLimit` on F10.
  package static func limit(_ rules: RuleSet) -> String { rules < .rs2022 ? "五个工作日" : "五日" }

  package static func basis(_ rules: RuleSet) -> [LegalBasis] {
    IntakeLimits.objection.variant(rules, on: rules.from)?.basis ?? []
  }
}
