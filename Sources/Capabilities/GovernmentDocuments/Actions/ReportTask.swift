package import Kernel
import Localization
package import Papers
import Storage
import WorkCalendar

/// 报告完成情况 · Whoever answers for a task reports what was done and hands in what shows it. Refuses anybody else, and
/// nothing said.
package struct ReportTask: Action {
  package static let permission = Permission.workOnTasks
  private let id: TaskID
  private let what: String
  private let evidence: [StoredUpload]

  package init(_ id: TaskID, what: String, evidence: [StoredUpload] = []) {
    self.id = id
    self.what = what
    self.evidence = evidence
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.task(id, .report)
    guard found.isReported(by: context.principal) else { throw Self.notYours }
    guard !what.isEmpty else {
      throw Refusal("task.what", Text("请写明完成情况。", "Say what was done."), field: "what")
    }
    for file in evidence { try context.attach(file, kind: "evidence", about: .implementationTask(id)) }
    try TaskTable.update(
      id, set: "state = \(next), reporter = \(context.principal.user), reported_on = \(context.today)", in: context)
    try context.recordTask(
      TaskStep.report.event, id, of: found.document, found.told, words: what,
      facts: ["files": .number(Int64(evidence.count)), "isLate": .flag(context.today > found.told.dueOn)])
    return Done()
  }

  private static let notYours = Refusal(
    "task.responsible",
    Text("任务由责任单位或者责任人报告完成情况。", "The unit or the person who answers for a task reports it."))
}
