package import Kernel
import Localization

extension Permission {
  /// Who decides what the county does to carry a document out, and whether it is done.
  package static let manageDocuments = Permission(
    "document.manage", Text("登记政府文件，分解和确认任务", "Register government documents, set and confirm their tasks"),
    [.director, .bureauLeader])
  /// Anybody may be given a task but the administrators, who decide nothing; which tasks one sees, the data scope says.
  package static let workOnTasks = Permission(
    "document.work", Text("查看政府文件，办理任务", "View government documents, carry out their tasks"),
    Set(Role.allCases).subtracting([.sysAdmin, .securityAdmin, .auditAdmin]))
}

extension Subject {
  package static func governmentDocument(_ id: DocumentID) -> Subject { Subject("governmentDocument", id.uuid) }
  package static func implementationTask(_ id: TaskID) -> Subject { Subject("implementationTask", id.uuid) }
}
