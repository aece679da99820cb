package import Kernel
import Localization

extension Permission {
  package static let viewPersons = Permission(
    "person.view", Text("查看人员档案", "View persons"),
    [
      .stationClerk, .receptionist, .reviewer, .director, .assigner, .undertaker, .qualitySupervisor, .archivist,
    ])
  package static let protectPersons = Permission(
    "person.protect", Text("设置保护标记", "Set protection flags"), [.reviewer, .director, .qualitySupervisor])
  package static let revealPersons = Permission(
    "person.reveal", Text("查看完整个人信息", "See whole personal data"),
    [.stationClerk, .receptionist, .reviewer, .director, .assigner, .undertaker, .qualitySupervisor])
  package static let mergePersons = Permission(
    "person.merge", Text("合并人员档案", "Merge persons"), [.reviewer, .director])
}
