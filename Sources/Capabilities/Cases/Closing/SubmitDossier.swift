package import Kernel
import Localization
import Storage

/// 提交卷宗 · Hands the dossier in. Everything the checklist asks must be there; what is missing is said at once.
package struct SubmitDossier: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID

  package init(aidCase: CaseID) { self.aidCase = aidCase }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .submitDossier)
    let standing = try DossierStanding.of(found, context.services, context.tx)
    try Refusals.check(
      standing.missing.map { item in
        Refusal(
          "dossier.missing",
          Text("卷宗缺少“\(item.name.zh)”，请上传后再提交。", "The dossier lacks “\(item.name.en)”: upload it, then submit."),
          field: "item.\(item.code)")
      })
    try CaseTable.update(found.id, set: "state = \(next), dossier_submitted_on = \(context.today)", in: context)
    try context.stop(CasesLimits.dossier, on: found.subject)
    try context.start(CasesLimits.examination, on: found.subject, owner: found.owner)
    context.record(
      "case.dossierSubmitted", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.submitDossier, on: context.today),
      facts: ["items": .number(Int64(standing.items.count))])
    return Done()
  }
}
