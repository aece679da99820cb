package import Kernel
import Localization
import Registry

extension Permission {
  package static let registerApplication = Permission(
    "application.register", Text("登记申请", "Register applications"), [.stationClerk, .receptionist])
  package static let acceptApplication = Permission(
    "application.accept", Text("受理申请", "Accept applications"), [.receptionist])
  package static let forwardApplication = Permission(
    "application.forward", Text("转交申请", "Forward applications"), [.stationClerk, .receptionist])
  package static let askForSupplement = Permission(
    "application.supplement", Text("要求补充材料", "Ask for supplements"), [.receptionist, .reviewer])
  package static let reviewApplication = Permission(
    "application.review", Text("审查申请", "Review applications"), [.reviewer])
  package static let approveApplication = Permission(
    "application.approve", Text("审批申请", "Approve applications"), [.director])
  package static let raiseRecusal = Permission(
    "application.recusal", Text("提出回避", "Raise recusals"), [.receptionist, .reviewer, .director])
  package static let decideRecusal = Permission(
    "application.recusalDecision", Text("决定回避", "Decide recusals"), [.director, .bureauLeader])
  package static let decideObjections = Permission(
    "objection.decide", Text("审查异议", "Decide objections"), [.objectionReviewer])
  package static let registerNotices = Permission(
    "notice.register", Text("登记办案机关通知", "Register organs' notices"), [.receptionist, .assigner])
  package static let viewApplication = Permission(
    "application.view", Text("查看申请", "View applications"),
    [
      .stationClerk, .receptionist, .reviewer, .director, .assigner, .archivist, .qualitySupervisor,
      .objectionReviewer,
    ])
  package static let exportWholeApplications = exportWhole(
    "application.exportWhole", Text("导出申请的完整数据", "Export whole data of applications"), of: viewApplication)
  package static let setHardshipLine = Permission(
    "application.hardshipLine", Text("登记经济困难标准", "Record the hardship line"), [.sysAdmin, .director])
  package static let viewHardshipLines = Permission(
    "application.hardshipLines", Text("查看经济困难标准", "View hardship lines"),
    viewApplication.roles.union([.sysAdmin]))
}
