package import Kernel
import Localization

extension Permission {
  package static let requestCooperation = Permission(
    "cooperation.request", Text("报告需要异地协作", "Report that cooperation is needed"), [.undertaker, .firmManager])
  package static let manageCooperation = Permission(
    "cooperation.manage", Text("办理异地协作", "Handle cooperation"), [.receptionist, .assigner])
  package static let viewCooperation = Permission(
    "cooperation.view", Text("查看异地协作", "View cooperation"),
    [.receptionist, .assigner, .director, .reviewer, .qualitySupervisor, .bureauLeader])
}

extension Subject {
  package static func cooperation(_ id: CooperationID) -> Subject { Subject("cooperation", id.uuid) }
}
