import Kernel
import Localization

extension IntakeForms {
  /// F06 补充材料/说明通知书 · Supplement notice: everything that is missing, told once (条例 18; 程序规定 2012, 13;
  /// 法律援助法 43). Silence is a withdrawal.
  static func supplement(_ set: Int) -> PaperForm {
    PaperForm(
      "F06", formSet: set, name: Text("补充材料／说明通知书", "Supplement notice"),
      when: Text("材料不齐全或者需要说明时", "When papers are incomplete or unclear"), isSealed: true,
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, Field("needed", Text("需补充的材料或者说明", "What is needed")),
        Field("dueOn", Text("补充期限", "By when")), .basis,
      ],
      wording: [
        "{{applicant}}：",
        "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），经审查，"
          + (set == 2013 ? "提交的申请材料不齐全或者内容不清楚，" : "申请材料不齐全或者需要作出说明，")
          + "依据{{basis}}，请你于{{dueOn}}前补充下列材料或者作出说明：",
        "{{needed}}",
        "补充材料、作出说明所需的时间不计入审查期限。未按要求补充材料或者作出说明的，视为撤回申请。", "特此通知。",
      ])
  }
}
