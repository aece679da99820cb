import Intake
package import Kernel
import Localization
import Storage
package import Web

/// 值班律师法律帮助 · Duty lawyers: where and when they serve, and the legal help they give to who has no defender; no case,
/// and counted apart.
package enum DutyLawyers {
  package static let capability = Capability(
    key: "dutyLawyers", name: Text("值班律师法律帮助", "Duty lawyers"), planItems: [6, 9],
    migrations: DutyMigration.all,
    permissions: [.arrangeDuty, .viewDuty, .registerHelp, .dispatchHelp, .giveHelp, .viewHelp],
    lifecycles: [LegalHelpLifecycle.table.table], rules: HelpRules.entries, limits: DutyLimits.all,
    forms: DutyForms.all, workItems: HelpWork.all, starts: [HelpStart.source],
    homePanels: [DutyToday.panel],
    reactions: [HelpStart.reaction], numbers: [.legalHelp], search: [HelpSearch.source],
    personalData: [HelpData.source], personLinks: [PersonLink("legal_help", "person", kind: "legalHelp")],
    pools: [DutyPool.source], events: events)

  package static func routes() -> [Route] { HelpRoutes.all() }

  static let events: [String: Text] = [
    "duty.place": Text("登记值班地点", "Duty place recorded"), "duty.planned": Text("安排值班", "Duty planned"),
    "duty.substituted": Text("替班", "Lawyer substituted"),
    "help.requested": Text("登记法律帮助请求", "Legal help asked for"),
    "help.dispatched": Text("派遣值班律师", "Duty lawyer sent"), "help.met": Text("会见本人", "Person met"),
    "help.given": Text("提供法律帮助", "Legal help given"),
    "help.applicationTaken": Text("接收法律援助申请", "Application taken in"),
    "help.applicationForwarded": Text("转交法律援助申请", "Application forwarded"),
    "help.applicationRegistered": Text("转交的申请已登记", "Forwarded application registered"),
    "help.recorded": Text("记入法律帮助台账", "Entered in the ledger"),
  ]
}
