package import Kernel
import Localization
import Registry
package import Web

/// 受理审批 · Intake: from the counter to the decision on an application for legal aid.
package enum Intake {
  package static let capability = Capability(
    key: "intake", name: Text("受理审批", "Intake and approval"), planItems: [1, 3, 8, 10],
    migrations: IntakeMigration.all,
    permissions: [
      .registerApplication, .acceptApplication, .forwardApplication, .askForSupplement, .reviewApplication,
      .approveApplication,
      .raiseRecusal, .decideRecusal, .viewApplication, .exportWholeApplications,
      .setHardshipLine, .viewHardshipLines, .adoptRulePack,
    ],
    lifecycles: [ApplicationLifecycle.table.table], rules: IntakeRules.all, limits: IntakeLimits.all,
    forms: IntakeForms.all, panels: [ApplicationPanel.source] + IntakePanels.all,
    workItems: ApplicationWork.sources, measures: IntakeMeasures.all, numbers: NumberKind.ofIntake,
    search: [ApplicationSearch.source], facts: StationFacts.sources,
    personalData: [ApplicationData.source, ApplicationData.along],
    personLinks: [
      PersonLink("matter", "recipient"), PersonLink("aid_application", "applicant", kind: "application"),
      PersonLink("party", "person"), PersonLink("group_member", "person", name: "name"),
    ], events: events)

  /// `panels`: what other capabilities show on an application's page; `starts`: what of theirs becomes one.
  package static func routes(panels: [PanelSource] = [], starts: [ApplicationStart] = []) -> [Route] {
    CounterRoutes.all(starts) + SelfCheckRoutes.all + ApprovalRoutes.all + ChecksPage.routes + RecusalRoutes.all
      + ProvisionalRoutes.all + ForwardingRoutes.all + GroupRoutes.all
      + PhoneUploadRoutes.all
      + ApplicationListPage.whole.routes + ApplicationRoutes.all(panels.filter { $0.on == "application" })
      + ApplicationsAPI.routes
  }

  static let events: [String: Text] = [
    "application.received": Text("登记申请", "Application registered"),
    "draft.materials": Text("手机上传草稿材料", "Papers sent to a draft by telephone"),
    "application.checked": Text("初审", "Preliminary check"),
    "application.notAccepted": Text("不予受理，告知向其他机构申请", "Not accepted, pointed to another office"),
    "application.forwarded": Text("转交其他机构", "Forwarded to another office"),
    "application.materials": Text("接收材料", "Materials taken in"),
    "application.groupJoined": Text("登记群体成员", "Group members added"),
    "application.groupLeft": Text("移出群体名单", "Taken off the group list"),
    "application.supplement": Text("要求补充材料", "Supplement asked for"),
    "application.accepted": Text("受理", "Application accepted"),
    "application.verification": Text("发起核查", "Verification started"),
    "application.verified": Text("登记核查结果", "Result of verification recorded"),
    "application.extended": Text("延长审查期限", "Review extended"),
    "application.reviewed": Text("审查", "Application reviewed"),
    "application.sentBack": Text("退回审查", "Sent back for review"),
    "application.recusalRaised": Text("提出回避", "Recusal raised"),
    "application.recusalDecided": Text("决定回避", "Recusal decided"),
    "application.provisional": Text("决定先行提供法律援助", "Provisional aid ordered"),
    "application.granted": Text("决定给予法律援助", "Legal aid granted"),
    "application.refused": Text("决定不予法律援助", "Refusal of legal aid"),
    "application.withdrawn": Text("撤回申请", "Application withdrawn"),
    "application.deemedWithdrawn": Text("视为撤回申请", "Deemed withdrawn"),
    "hardshipLine.set": Text("登记经济困难标准", "Hardship line recorded"),
    "rulePack.adopted": Text("采用地方规则包", "Local rule pack adopted"),
    "rulePack.drafted": Text("拟定地方规则包", "Local rule pack drawn up"),
    "rulePack.draftDropped": Text("删除规则包草案", "Draft of a rule pack thrown away"),
    "rulePack.ended": Text("停用地方规则包", "Local rule pack ended"),
  ]
}
