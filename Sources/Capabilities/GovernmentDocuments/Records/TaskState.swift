package import Kernel
package import Localization
import Storage

/// 任务状态 · State of a task.
package enum TaskState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case open, reported, done, cancelled

  package var name: Text {
    switch self {
    case .open: Text("办理中", "Being done")
    case .reported: Text("待确认", "To be confirmed")
    case .done: Text("已完成", "Done")
    case .cancelled: Text("已取消", "Cancelled")
    }
  }
}

/// 任务步骤 · Step of a task.
package enum TaskStep: String, Sendable, Hashable, CaseIterable {
  case report, confirm, sendBack, change, cancel, reopen

  package var name: Text {
    switch self {
    case .report: Text("报告完成情况", "Report what was done")
    case .confirm: Text("确认完成", "Confirm that it is done")
    case .sendBack: Text("退回继续办理", "Send back to be done")
    case .change: Text("调整任务", "Change the task")
    case .cancel: Text("取消任务", "Cancel the task")
    case .reopen: Text("重新办理", "Take it up again")
    }
  }

  /// What its event is called.
  var event: String {
    switch self {
    case .report: "task.reported"
    case .confirm: "task.confirmed"
    case .sendBack: "task.sentBack"
    case .change: "task.changed"
    case .cancel: "task.cancelled"
    case .reopen: "task.reopened"
    }
  }
}

/// 任务流程 · Lifecycle of a task of a government document. The steps are the product's; no law prescribes them.
package enum TaskLifecycle {
  package static let table = Lifecycle<TaskState, TaskStep>(
    "implementationTask", Text("政府文件任务流程", "Tasks of government documents"), state: \.name, step: \.name,
    [
      .init([.open], .report, .reported, .workOnTasks),
      .init([.reported], .confirm, .done, .manageDocuments),
      .init([.reported], .sendBack, .open, .manageDocuments),
      .init([.open], .change, .open, .manageDocuments),
      .init([.open, .reported], .cancel, .cancelled, .manageDocuments),
      .init([.done, .cancelled], .reopen, .open, .manageDocuments),
    ])
}
