package import Kernel
import Localization
package import Web

/// 政府文件 · Government documents: what the county is asked to carry out, as tasks with unit, day and evidence.
package enum GovernmentDocuments {
  package static let capability = Capability(
    key: "governmentDocuments", name: Text("政府文件任务分解", "Government documents"), planItems: [1],
    migrations: DocumentsMigration.all, permissions: [.manageDocuments, .workOnTasks],
    lifecycles: [TaskLifecycle.table.table], workItems: TaskWork.sources, search: [TaskSearch.source],
    events: events)

  static let events: [String: Text] = [
    "document.registered": Text("登记政府文件", "Government document registered"),
    "document.corrected": Text("更正政府文件", "Government document corrected"),
    "task.set": Text("分解任务", "Task set"),
    "task.reported": Text("报告完成情况", "Reported what was done"),
    "task.confirmed": Text("确认完成", "Confirmed as done"),
    "task.sentBack": Text("退回继续办理", "Sent back to be done"),
    "task.changed": Text("调整任务", "Task changed"),
    "task.cancelled": Text("取消任务", "Task cancelled"),
    "task.reopened": Text("重新办理", "Task taken up again"),
  ]

  /// `panels`: what other capabilities show on a document's board.
  package static func routes(panels: [PanelSource]) -> [Route] { DocumentRoutes.all(panels) }
}
