package import Kernel
import Localization
package import Web

/// 受理审批 · Intake: from the counter to the decision on an application for legal aid.
package enum Intake {
  package static let capability = Capability(
    key: "intake", name: Text("受理审批", "Intake and approval"), planItems: [1, 3, 10],
    migrations: IntakeMigration.all,
    permissions: [
      .registerApplication, .acceptApplication, .reviewApplication, .approveApplication, .viewApplication,
      .setHardshipLine,
    ],
    lifecycles: [ApplicationLifecycle.table.table], rules: IntakeRules.all, limits: IntakeLimits.all,
    forms: IntakeForms.all, panels: IntakePanels.all, workItems: ApplicationWork.sources,
    measures: IntakeMeasures.all, numbers: NumberKind.ofIntake,
    events: events)

  /// `panels`: what other capabilities show on an application's page.
  package static func routes(panels: [PanelSource] = []) -> [Route] {
    CounterRoutes.all() + ApplicationRoutes.all(panels.filter { $0.on == "application" })
  }

  static let events: [String: Text] = [
    "application.received": Text("登记申请", "Application registered"),
    "application.materials": Text("接收材料", "Materials taken in"),
    "application.supplement": Text("要求补充材料", "Supplement asked for"),
    "application.accepted": Text("受理", "Application accepted"),
    "application.reviewed": Text("审查", "Application reviewed"),
    "application.granted": Text("决定给予法律援助", "Legal aid granted"),
    "application.refused": Text("决定不予法律援助", "Refusal of legal aid"),
    "application.withdrawn": Text("撤回申请", "Application withdrawn"),
    "application.deemedWithdrawn": Text("视为撤回申请", "Deemed withdrawn"),
    "hardshipLine.set": Text("登记经济困难标准", "Hardship line recorded"),
  ]
}
