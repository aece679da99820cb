import Intake
package import Kernel
import Localization
import Registry

/// 承办与归档 · Cases: from the opened case over assignment, handling and closing to the accepted dossier and the archive.
package enum Cases {
  package static let capability = Capability(
    key: "cases", name: Text("承办与归档", "Cases"), planItems: [4, 12], migrations: CasesMigration.all,
    permissions: [
      .viewCases, .assignCases, .nameUndertakers, .handleCases, .observeHearings, .checkDossiers, .archiveCases,
      .exportDossiers, .importCases,
    ],
    lifecycles: [CaseLifecycle.table.table], rules: CasesRules.all, limits: CasesLimits.all, forms: CasesForms.all,
    panels: [CasePanel.source, CasePanel.ofPerson], workItems: CaseWorkItems.all, gates: [unfinished],
    reactions: [OpenCase.reaction], measures: CaseMeasures.all, numbers: NumberKind.ofCases,
    search: [CaseSearch.source],
    events: [
      "case.opened": Text("立案", "Case opened"), "case.assigned": Text("指派", "Assigned"),
      "case.undertakerNamed": Text("安排承办人员", "Undertaker named"),
      "case.engaged": Text("签订协议", "Agreement signed"), "case.recorded": Text("承办记录", "Handling recorded"),
      "case.hearingAdded": Text("登记开庭", "Hearing added"), "case.hearingHeld": Text("已开庭", "Hearing held"),
      "case.hearingObserved": Text("旁听庭审", "Hearing observed"), "case.fileAdded": Text("上传材料", "File added"),
      "case.closed": Text("结案", "Closed"), "case.dossierSubmitted": Text("提交卷宗", "Dossier submitted"),
      "case.dossierReturned": Text("退回卷宗", "Dossier returned"),
      "case.dossierAccepted": Text("接收卷宗", "Dossier accepted"), "case.archived": Text("归档", "Archived"),
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
}
