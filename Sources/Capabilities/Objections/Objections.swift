import Cases
import Intake
package import Kernel
import Localization
import Storage
package import Web

/// 异议审查 · Objections: to a refusal of aid or its termination, decided by the bureau.
package enum Objections {
  package static let capability = Capability(
    key: "objections", name: Text("异议审查", "Objection review"), planItems: [1, 5],
    migrations: ObjectionsMigration.all, permissions: [.registerObjections, .viewObjections, .decideObjections],
    lifecycles: [ObjectionLifecycle.table.table], rules: ObjectionRules.all + ComplaintLimits.entries,
    limits: ComplaintLimits.all, forms: ObjectionForms.all,
    panels: ObjectionPanel.all, workItems: [ObjectionWork.source], gates: [undecided],
    numbers: [.objectionDecision],
    personalData: [ObjectionData.source],
    events: [
      "objection.received": Text("登记异议", "Objection registered"),
      "objection.decided": Text("审查异议", "Objection decided"),
      "objection.withdrawn": Text("撤回异议", "Objection withdrawn"),
      "objection.contested": Text("对异议审查决定申请复议、提起诉讼", "Decision taken to reconsideration or to court"),
      "objection.contestEnded": Text("登记复议、诉讼结果", "Result of the reconsideration or suit"),
    ])

  package static func routes() -> [Route] { ObjectionRoutes.all() }

  /// A case is not put away while the bureau has not decided on its termination.
  private static let undecided = Gate(ArchiveCase.step) { reader, subject, _ in
    let open: [ObjectionState] = [.received, .contested]
    let count = try reader.value(
      "SELECT COUNT(*) FROM objection WHERE aid_case = \(subject.id) AND state IN \(list: open)",
      as: Int.self)
    guard count ?? 0 > 0 else { return nil }
    return Refusal(
      "objection.undecided",
      Text(
        "对本案终止决定的异议还没有审查完毕，请等有决定后再归档。",
        "An objection to the termination of this case is not settled yet: archive it after the decision."))
  }
}
