import Intake
import Kernel
import Localization

extension CasesForms {
  /// 卷宗封面 · Cover of the bound dossier; no numbered form of the ministry's.
  static func cover(_ set: Int) -> PaperForm {
    PaperForm(
      "COVER", formSet: set, name: Text("卷宗封面", "Dossier cover"), when: Text("归档时", "On archiving"),
      isSealed: false,
      layout: .table,
      fields: [
        Field("track", Text("案件类型", "Track")), .caseNumber, .cause, .recipient, .unit, .undertaker,
        Field("acceptedOn", Text("受理（批准）日期", "Accepted on")), Field("closedOn", Text("结案日期", "Closed on")),
        Field("archiveNumber", Text("档案号", "Archive number")), Field("archivedOn", Text("归档日期", "Archived on")),
        Field("retention", Text("保管期限", "Retention")), Field("archivist", Text("立卷人", "Filing person")),
        Field("pages", Text("页数", "Pages")),
      ],
      wording: [])
  }

  /// 卷内目录 · Index of the dossier: each paper with its number and first page.
  static func index(_ set: Int) -> PaperForm {
    PaperForm(
      "INDEX", formSet: set, name: Text("卷内目录", "Dossier index"), when: Text("归档时", "On archiving"),
      isSealed: false,
      layout: .table,
      fields: [
        Field("order", Text("序号", "No.")), Field("title", Text("材料名称", "Paper")),
        Field("paperNumber", Text("文号", "Number")),
        Field("page", Text("页次", "Page")), Field("remark", Text("备注", "Remark")),
      ],
      wording: [])
  }
}
