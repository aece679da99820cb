package import Kernel
import Storage

/// 接收卷宗 · Accepts a dossier after it was examined; from then on nothing in it changes (docs/law/separation, 6).
package struct AcceptDossier: Action {
  package static let permission = Permission.checkDossiers
  package let aidCase: CaseID

  package init(aidCase: CaseID) { self.aidCase = aidCase }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .acceptDossier)
    try context.requireIndependence(of: found)
    try CaseTable.update(found.id, set: "state = \(next), dossier_accepted_on = \(context.today)", in: context)
    try context.stop(CasesLimits.examination, on: found.subject)
    context.record(
      "case.dossierAccepted", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.acceptDossier, on: context.today))
    return Done()
  }
}
