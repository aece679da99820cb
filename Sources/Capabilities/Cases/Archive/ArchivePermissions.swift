package import Kernel
import Localization

extension Permission {
  package static let viewArchive = Permission(
    "archive.view", Text("查看档案", "View the archive"), [.archivist, .qualitySupervisor, .director, .bureauLeader])
  package static let lendArchives = Permission("archive.lend", Text("档案借阅登记", "Lend archives"), [.archivist])
  /// A protected file only by the director (``DecideLoan``).
  package static let approveLoans = Permission(
    "archive.approveLoan", Text("审批档案借阅", "Approve loans"), [.director, .qualitySupervisor])
  package static let approveDestruction = Permission(
    "archive.approveDestruction", Text("审批档案销毁", "Approve the destruction of archives"), [.director, .bureauLeader])
}
