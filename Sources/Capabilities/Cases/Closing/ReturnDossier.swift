package import Kernel
import Localization
import Storage

/// 退回卷宗 · Sends the dossier back, naming everything that is wrong with it at once.
package struct ReturnDossier: Action {
  package static let permission = Permission.checkDossiers
  package let aidCase: CaseID
  /// Codes of the items that are missing, unsigned or wrong.
  package let items: [String]
  package let reason: String

  package init(aidCase: CaseID, items: [String], reason: String) {
    self.aidCase = aidCase
    self.items = items
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .returnDossier)
    try context.requireIndependence(of: found)
    let known = Set(DossierChecklist.items(found.form).map(\.code))
    guard known.isSuperset(of: items) else { throw Refusal.unknownItem.at("items") }
    guard !reason.isEmpty else {
      throw Refusal(
        "dossier.reason", Text("请写明退回的理由。", "Say why the dossier is returned."), field: "reason")
    }
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    try HandlingRecordTable.insert(.dossierReturn, on: context.today, reason, of: found.id, in: context)
    try context.stop(CasesLimits.examination, on: found.subject)
    context.record("case.dossierReturned", found.subject, facts: ["items": .list(items.map { .text($0) })])
    return Done()
  }
}
