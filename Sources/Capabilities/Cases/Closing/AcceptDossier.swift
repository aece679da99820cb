package import Kernel
import Localization
import Storage

/// 接收卷宗 · Accepts a dossier after it was examined; from then on nothing in it changes (docs/law/separation, 6). Refuses one
/// that lacks what its checklist asks.
package struct AcceptDossier: Action {
  package static let permission = Permission.checkDossiers
  package let aidCase: CaseID

  package init(aidCase: CaseID) { self.aidCase = aidCase }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .acceptDossier)
    try context.requireIndependence(of: found)
    if let lacking = try DossierStanding.of(found, context.services, context.tx).lacking { throw lacking }
    try CaseTable.update(found.id, set: "state = \(next), dossier_accepted_on = \(context.today)", in: context)
    try context.stop(CasesLimits.examination, on: found.subject)
    context.record(
      "case.dossierAccepted", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.acceptDossier, on: context.today))
    return Done()
  }
}

extension DossierStanding {
  /// 缺少材料 · Why it cannot be accepted: everything it lacks, at once.
  var lacking: Refusal? {
    guard !missing.isEmpty else { return nil }
    let names = Text.list(missing.map(\.name))
    return Refusal(
      "dossier.lacking",
      Text("卷宗缺少\(names.zh)，请退回补正。", "The dossier lacks \(names.en): return it to be mended."))
  }
}
