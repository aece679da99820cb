import Intake
package import Kernel
import Localization
import Papers
import Registry

/// 承办与归档 · Cases: from the opened case over assignment, handling and closing to the accepted dossier and the archive.
package enum Cases {
  package static let capability = Capability(
    key: "cases", name: Text("承办与归档", "Cases"), planItems: [4, 12], migrations: CasesMigration.all,
    permissions: [
      .viewCases, .assignCases, .setAssignmentWeights, .viewPools, .narrowPools, .viewWorkShares, .viewCoverage,
      .nameUndertakers,
      .nameCoUndertakers, .requestReplacements, .reviewReplacements,
      .decideReplacements,
      .proposeTerminations, .decideTerminations, .receiveTerminations, .handleCases, .answerMajorCases,
      .observeHearings,
      .checkDossiers, .archiveCases,
      .exportDossiers, .exportWholeCases, .importCases, .viewArchive, .lendArchives, .approveLoans,
      .approveDestruction,
    ],
    lifecycles: [
      CaseLifecycle.table.table, ReplacementLifecycle.table.table, TerminationLifecycle.table.table,
      LoanLifecycle.table.table, AppraisalLifecycle.table.table,
    ],
    rules: CasesRules.all, limits: CasesLimits.all + KeyDate.limits + OutsideLimits.all, forms: CasesForms.all,
    panels: [CasePanel.source, CasePanel.ofPerson, ProvisionalCase.panel, StageCases.panel, KeyDatePages.panel],
    workItems: CaseWorkItems.all + [KeyDatePages.work] + ArchiveWorkItems.all,
    gates: [unfinished, signing], reactions: OpenCase.reactions + ProvisionalCase.reactions,
    measures: CaseMeasures.all,
    numbers: NumberKind.ofCases,
    search: [CaseSearch.source], facts: [CaseFacts.source], personalData: [CaseData.source],
    personLinks: [
      PersonLink("aid_case", "recipient", name: "recipient_name", kind: "case"),
      PersonLink("case_recipient", "person", name: "name"),
    ], pools: OwnPools.all,
    events: [
      "case.opened": Text("立案", "Case opened"), "case.assigned": Text("指派", "Assigned"),
      SetSoftWeights.event: Text("设定指派推荐权重", "Weights of assignment set"),
      "pool.left": Text("移出人才库", "Taken out of a pool"), "pool.returned": Text("恢复人才库成员", "Put back into a pool"),
      "case.undertakerNamed": Text("安排承办人员", "Undertaker named"),
      "case.majorReported": Text("报告重大疑难案件", "Major case reported"),
      "case.majorAnswered": Text("答复重大疑难案件报告", "Report of a major case answered"),
      "case.coUndertakerNamed": Text("安排共同承办人员", "Second undertaker named"),
      "case.coUndertakerRemoved": Text("撤销共同承办人员", "Second undertaker taken off"),
      "case.assignmentReturned": Text("退回指派", "Assignment returned"),
      "case.replacementRequested": Text("申请更换法律援助人员", "Replacement of the legal aid person asked for"),
      "case.replacementReviewed": Text("审查更换申请", "Request for replacement reviewed"),
      "case.replacementDecided": Text("审批更换申请", "Request for replacement decided"),
      "case.handedOver": Text("移交案件材料", "Papers handed over"),
      "case.terminationProposed": Text("提出终止法律援助", "Termination proposed"),
      "case.terminated": Text("决定终止法律援助", "Termination decided"),
      "case.terminationRefused": Text("不予终止", "Termination not approved"),
      "case.terminationReceived": Text("收到终止法律援助公函", "Termination letter received"),
      "case.agreementMade": Text("制作委托协议", "Agreement made"),
      "case.engaged": Text("签订协议", "Agreement signed"), "case.recorded": Text("承办记录", "Handling recorded"),
      "case.hearingAdded": Text("登记开庭", "Hearing added"), "case.hearingMoved": Text("开庭改期", "Hearing moved"),
      "case.hearingCancelled": Text("取消开庭", "Hearing cancelled"), "case.hearingHeld": Text("已开庭", "Hearing held"),
      "case.hearingObserved": Text("旁听庭审", "Hearing observed"), "case.fileAdded": Text("上传材料", "File added"),
      "case.keyDate": Text("登记关键日期", "Key date written down"),
      "case.keyDateDone": Text("关键日期事项已办理", "What a key date asked for was done"),
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

  /// A unit with unfinished cases is not closed.
  private static let unfinished = Gate(SetAgencyActive.closing) { reader, agency, _ in
    let count = try CaseTable.unfinished(of: AgencyID(agency.id), reader)
    guard count > 0 else { return nil }
    return Refusal(
      "agency.cases",
      Text(
        "还有\(count)件案件没有办结归档，请先更换承办单位或者办结。",
        "\(count) cases are not finished: replace the unit or finish them first."))
  }

  /// Once its dossier is handed in, nothing of a case is signed before it comes back (docs/law/separation, 6).
  private static let signing = Gate(SignPaper.step) { reader, subject, _ in
    guard subject.kind == "case", let state = try CaseTable.state(of: CaseID(subject.id), reader) else {
      return nil
    }
    return [.dossierSubmitted, .dossierAccepted, .archived].contains(state) ? .dossierClosed : nil
  }
}
