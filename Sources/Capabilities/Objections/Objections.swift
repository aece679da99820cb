import Intake
package import Kernel
import Localization
package import Web

/// 异议审查 · Objections: to a refusal of aid or its termination, decided by the bureau.
package enum Objections {
  package static let capability = Capability(
    key: "objections", name: Text("异议审查", "Objection review"), planItems: [1, 5],
    migrations: ObjectionsMigration.all, permissions: [.registerObjections, .viewObjections, .decideObjections],
    lifecycles: [ObjectionLifecycle.table.table], rules: ObjectionRules.all + ComplaintLimits.entries,
    limits: ComplaintLimits.all, forms: ObjectionForms.all,
    panels: ObjectionPanel.all, workItems: [ObjectionWork.source], numbers: [.objectionDecision],
    personalData: [ObjectionData.source],
    events: [
      "objection.received": Text("登记异议", "Objection registered"),
      "objection.decided": Text("审查异议", "Objection decided"),
      "objection.withdrawn": Text("撤回异议", "Objection withdrawn"),
    ])

  package static func routes() -> [Route] { ObjectionRoutes.all() }
}
