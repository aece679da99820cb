package import Kernel
import Localization
import Storage

/// 提交卷宗 · Hands the dossier in: of a closed case, or of a terminated one whose termination was received. Everything the
/// checklist asks must be there; what is missing is said at once.
package struct SubmitDossier: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID

  package init(aidCase: CaseID) { self.aidCase = aidCase }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .submitDossier)
    if let hindrance = Self.hindrance(found) { throw hindrance }
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

  /// Why a terminated case has no dossier to hand in, or none yet.
  static func hindrance(_ found: AidCase) -> Refusal? {
    guard found.state == .terminated, !found.owesDossier else { return nil }
    return found.unit == nil ? .nobodyHandsIn : .terminationNotReceived
  }
}

extension Refusal {
  static let terminationNotReceived = Refusal(
    "dossier.terminationNotReceived",
    Text(
      "还没有登记收到终止公函。收到之日为结案日期，请先登记收到，再提交卷宗。",
      "The receipt of the termination is not recorded. The case closes on that day: record it first, then hand in the dossier."
    ))
  static let nobodyHandsIn = Refusal(
    "dossier.nobody",
    Text(
      "本案终止时尚未指派承办单位，没有承办卷宗需要提交，也不计算立卷期限。",
      "The case was terminated before a unit was named: nobody has a dossier to hand in, and no time limit runs."))
}
