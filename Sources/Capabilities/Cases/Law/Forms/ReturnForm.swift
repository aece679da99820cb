import Intake
import Kernel
import Localization

extension CasesForms {
  /// 立卷材料退回通知单 · Return slip to the undertaker; no numbered form of the ministry's.
  static func returnSlip(_ set: Int) -> PaperForm {
    PaperForm(
      "RETURN", formSet: set, name: Text("立卷材料退回通知单", "Return slip"),
      when: Text("退回卷宗时", "When a dossier is returned"),
      isSealed: false, signers: [Text("案件质量监督人员", "Quality supervisor")], layout: .table,
      fields: [
        .caseNumber, .recipient, .cause, .unit, .undertaker,
        Field("items", Text("需要补正的材料", "Items to be mended")),
        Field("reason", Text("退回理由", "Reason of the return")),
        Field("addedBecause", Text("增列材料的理由", "Why items were added")),
        Field("supervisor", Text("审查人", "Examined by")),
      ],
      wording: [])
  }
}
