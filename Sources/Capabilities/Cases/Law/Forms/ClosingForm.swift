import Intake
import Kernel
import Localization

extension CasesForms {
  /// F21 结案报告表 · Closing report: what was done, how it ended, what it brought (程序规定 2012, 34; 2023, 41).
  static func closing(_ set: Int) -> PaperForm {
    PaperForm(
      "F21", formSet: set, name: Text("结案报告表", "Closing report"), when: Text("结案时", "On closing"), isSealed: false,
      signers: [Text("承办人员", "Undertaker"), Text("承办单位", "Undertaking unit")], layout: .table,
      fields: [
        .caseNumber, .recipient, .cause, .aidForm, .unit, .undertaker,
        Field("stage", Text("办案阶段", "Stage")), Field("acceptedOn", Text("受理（批准）日期", "Accepted on")),
        Field("assignedOn", Text("指派日期", "Assigned on")), Field("hearings", Text("开庭情况", "Hearings")),
        Field("process", Text("办理经过", "What was done")), Field("closingBasis", Text("结案依据", "Closing basis")),
        Field("closedOn", Text("结案日期", "Closed on")), Field("outcome", Text("办理结果", "Result")),
        Field("recovered", Text("挽回损失或者取得利益", "Loss recovered or benefit gained")),
        Field("cost", Text("办案费用", "Cost")),
        Field("check", set == 2013 ? Text("法律援助机构审查意见", "Centre's check") : Text("法律援助机构意见", "Centre's opinion")),
      ],
      wording: [])
  }
}
