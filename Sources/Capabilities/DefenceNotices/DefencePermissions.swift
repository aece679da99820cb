package import Kernel
import Localization

extension Permission {
  package static let viewNotices = Permission(
    "notice.view", Text("查看办案机关通知", "View organs' notices"),
    [.receptionist, .reviewer, .director, .assigner, .qualitySupervisor, .bureauLeader])
}
