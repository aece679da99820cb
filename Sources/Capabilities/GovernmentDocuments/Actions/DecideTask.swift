package import Kernel
import Localization
import Storage
import WorkCalendar

/// 确认、退回、取消、重新办理任务 · Confirms a reported task or sends it back, cancels one, or takes it up again. Refuses whoever
/// reported it to confirm it, and all but a confirmation without a reason.
package struct DecideTask: Action {
  package static let permission = Permission.manageDocuments
  private let id: TaskID
  private let step: TaskStep
  private let reason: String?

  package init(_ id: TaskID, _ step: TaskStep, reason: String? = nil) {
    self.id = id
    self.step = step
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.task(id, step)
    if step == .confirm {
      guard found.isConfirmed(by: context.principal) else { throw Self.ownReport }
    } else if (reason ?? "").isEmpty {
      throw Refusal.taskReason
    }
    try TaskTable.update(id, set: "state = \(next)", in: context)
    try context.recordTask(step.event, id, of: found.document, found.told, words: reason)
    return Done()
  }

  private static let ownReport = Refusal(
    "task.ownReport",
    Text("不能确认自己报告的任务，请由他人确认。", "Nobody confirms what he reported himself: another confirms it."), isAudited: true)
}
