package import Kernel
import Localization
import Registry

extension Permission {
  package static let viewCases = Permission(
    "case.view", Text("查看案件", "View cases"),
    [
      .stationClerk, .receptionist, .reviewer, .director, .assigner, .firmManager, .undertaker, .qualitySupervisor,
      .archivist, .objectionReviewer, .bureauLeader,
    ])
  package static let assignCases = Permission("case.assign", Text("指派案件", "Assign cases"), [.assigner])
  package static let setAssignmentWeights = Permission(
    "case.assignmentWeights", Text("设定指派推荐权重", "Set the weights of assignment"), [.director])
  package static let viewPools = Permission(
    "case.pools", Text("查看承办人才库", "See the pools of undertakers"), [.assigner, .director, .bureauLeader])
  package static let narrowPools = Permission(
    "case.narrowPools", Text("调整人才库成员", "Change the membership of pools"), [.director])
  package static let viewWorkShares = Permission(
    "case.workShares", Text("查看办案量分配", "See the shares of work"), [.assigner, .director, .bureauLeader])
  package static let viewCoverage = Permission(
    "case.coverage", Text("查看覆盖情况", "See the coverage"), [.director, .bureauLeader])
  package static let nameUndertakers = Permission(
    "case.nameUndertaker", Text("安排承办人员", "Name undertakers"), [.firmManager])
  package static let requestReplacements = Permission(
    "case.requestReplacement", Text("申请更换法律援助人员", "Ask for a replacement of the legal aid person"),
    [.undertaker, .firmManager, .receptionist, .reviewer, .assigner])
  package static let reviewReplacements = Permission(
    "case.reviewReplacement", Text("审查更换申请", "Review a request for replacement"), [.reviewer])
  package static let decideReplacements = Permission(
    "case.decideReplacement", Text("审批更换申请", "Decide a request for replacement"), [.director])
  package static let proposeTerminations = Permission(
    "case.proposeTermination", Text("提出终止法律援助", "Propose the termination of aid"),
    [.undertaker, .firmManager, .receptionist, .reviewer, .assigner])
  package static let decideTerminations = Permission(
    "case.decideTermination", Text("决定终止法律援助", "Decide the termination of aid"), [.director])
  package static let receiveTerminations = Permission(
    "case.receiveTermination", Text("登记收到终止公函", "Record that the termination was received"),
    [.undertaker, .firmManager, .assigner])
  package static let nameCoUndertakers = Permission(
    "case.nameCoUndertaker", Text("安排共同承办人员", "Name second undertakers"), [.firmManager, .assigner])
  package static let answerMajorCases = Permission(
    "case.answerMajor", Text("答复重大疑难案件报告", "Answer reports of major cases"), [.director, .assigner])
  package static let handleCases = Permission(
    "case.handle", Text("承办案件", "Handle cases"), [.undertaker, .firmManager])
  package static let observeHearings = Permission(
    "case.observe", Text("旁听庭审", "Observe hearings"), [.qualitySupervisor])
  package static let checkDossiers = Permission(
    "case.checkDossier", Text("审查卷宗", "Check dossiers"), [.qualitySupervisor])
  package static let archiveCases = Permission("case.archive", Text("案件归档", "Archive cases"), [.archivist])
  package static let exportWholeCases = exportWhole(
    "case.exportWhole", Text("导出案件的完整数据", "Export whole data of cases"), of: viewCases)
  package static let exportDossiers = Permission(
    "case.export", Text("导出卷宗", "Export dossiers"), [.archivist, .qualitySupervisor])
}
