import Intake
package import Kernel
import Localization

/// 承办与归档 · Cases: from the opened case over assignment, handling and closing to the accepted dossier and the archive.
package enum Cases {
  package static let capability = Capability(
    key: "cases", name: Text("承办与归档", "Cases"), planItems: [4, 12], migrations: CasesMigration.all,
    permissions: [
      .viewCases, .assignCases, .nameUndertakers, .handleCases, .observeHearings, .checkDossiers, .archiveCases,
      .exportDossiers, .importCases, .viewArchive, .lendArchives, .approveLoans, .approveDestruction,
    ],
    lifecycles: [CaseLifecycle.table.table, LoanLifecycle.table.table, AppraisalLifecycle.table.table],
    rules: CasesRules.all, limits: CasesLimits.all, forms: CasesForms.all,
    panels: [CasePanel.source], workItems: CaseWorkItems.all + ArchiveWorkItems.all, reactions: [OpenCase.reaction],
    measures: CaseMeasures.all, numbers: NumberKind.ofCases,
    events: [
      "case.opened": Text("立案", "Case opened"), "case.assigned": Text("指派", "Assigned"),
      "case.undertakerNamed": Text("安排承办人员", "Undertaker named"),
      "case.engaged": Text("签订协议", "Agreement signed"), "case.recorded": Text("承办记录", "Handling recorded"),
      "case.hearingAdded": Text("登记开庭", "Hearing added"), "case.hearingHeld": Text("已开庭", "Hearing held"),
      "case.hearingObserved": Text("旁听庭审", "Hearing observed"), "case.fileAdded": Text("上传材料", "File added"),
      "case.closed": Text("结案", "Closed"), "case.dossierSubmitted": Text("提交卷宗", "Dossier submitted"),
      "case.dossierReturned": Text("退回卷宗", "Dossier returned"),
      "case.dossierAccepted": Text("接收卷宗", "Dossier accepted"), "case.archived": Text("归档", "Archived"),
      "archive.loanRequested": Text("登记借阅", "Loan asked for"),
      "archive.loanApproved": Text("批准借阅", "Loan approved"), "archive.loanRefused": Text("不予借阅", "Loan refused"),
      "archive.loanReturned": Text("归还档案", "Loan returned"),
      "archive.appraised": Text("档案鉴定", "Archive appraised"),
      "archive.appraisalApproved": Text("审批档案鉴定", "Appraisal approved"),
      "archive.appraisalRejected": Text("退回档案鉴定", "Appraisal rejected"),
      "archive.destroyed": Text("档案销毁", "Archive destroyed"),
      "cases.imported": Text("导入案件", "Cases imported"),
    ])
}
