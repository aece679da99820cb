package import Kernel
import Localization

extension Permission {
  package static let viewCases = Permission(
    "case.view", Text("查看案件", "View cases"),
    [
      .stationClerk, .receptionist, .reviewer, .director, .assigner, .firmManager, .undertaker, .qualitySupervisor,
      .archivist, .bureauLeader,
    ])
  package static let assignCases = Permission("case.assign", Text("指派案件", "Assign cases"), [.assigner])
  package static let nameUndertakers = Permission(
    "case.nameUndertaker", Text("安排承办人员", "Name undertakers"), [.firmManager])
  package static let handleCases = Permission(
    "case.handle", Text("承办案件", "Handle cases"), [.undertaker, .firmManager])
  package static let observeHearings = Permission(
    "case.observe", Text("旁听庭审", "Observe hearings"), [.qualitySupervisor])
  package static let checkDossiers = Permission(
    "case.checkDossier", Text("审查卷宗", "Check dossiers"), [.qualitySupervisor])
  package static let archiveCases = Permission("case.archive", Text("案件归档", "Archive cases"), [.archivist])
  package static let exportDossiers = Permission(
    "case.export", Text("导出卷宗", "Export dossiers"), [.archivist, .qualitySupervisor])
}
