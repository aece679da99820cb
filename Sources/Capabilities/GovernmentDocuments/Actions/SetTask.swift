package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 分解任务 · Sets a task of a document: the duty, who answers for it, by when. Refuses a task of nobody, somebody who is not
/// of the unit, and a day before the document's.
package struct SetTask: Action {
  package static let permission = Permission.manageDocuments
  private let document: DocumentID
  private let told: TaskTold

  package init(_ document: DocumentID, _ told: TaskTold) {
    self.document = document
    self.told = told
  }

  package func perform(in context: ActionContext) throws -> TaskID {
    let found = try DocumentTable.one(document, for: context.principal, context.tx)
    try Refusals.check(told.refusals(after: found.told.issuedOn, in: context))
    let id = try TaskTable.insert(told, of: document, in: context)
    try context.recordTask("task.set", id, of: document, told, facts: ["dueOn": .day(told.dueOn)])
    return id
  }
}

/// 调整任务 · Changes what a task says while it is being done: another unit, another day. The reason stays with it.
package struct ChangeTask: Action {
  package static let permission = Permission.manageDocuments
  private let id: TaskID
  private let told: TaskTold
  private let reason: String

  package init(_ id: TaskID, _ told: TaskTold, reason: String) {
    self.id = id
    self.told = told
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, _) = try context.task(id, .change)
    guard !reason.isEmpty else { throw Refusal.taskReason }
    let document = try DocumentTable.one(found.document, for: context.principal, context.tx)
    try Refusals.check(told.refusals(after: document.told.issuedOn, in: context))
    try TaskTable.update(
      id,
      set: """
        duty = \(told.duty), agency = \(told.agency), person = \(told.person), outside = \(told.outside),
        due_on = \(told.dueOn)
        """, in: context)
    try context.recordTask(
      TaskStep.change.event, id, of: found.document, told, words: reason,
      facts: ["dueOn": .day(told.dueOn), "dueBefore": .day(found.told.dueOn)])
    return Done()
  }
}

extension TaskTold {
  fileprivate func refusals(after issuedOn: Day, in context: ActionContext) throws -> [Refusal] {
    let units = try TaskUnits.load(context.county, on: context.today, context.tx)
    var found: [Refusal] = []
    if duty.isEmpty {
      found.append(Refusal("task.duty", Text("请写明责任事项。", "Say what is to be done."), field: "duty"))
    }
    if agency == nil, (outside ?? "").isEmpty {
      found.append(
        Refusal(
          "task.unit", Text("请选择责任单位，或者填写其他单位。", "Choose a unit, or name a body outside."), field: "agency"))
    } else if let agency, !units.agencies.contains(where: { $0.id == agency }) {
      found.append(
        Refusal("task.unit", Text("请选择本县在用的单位。", "Choose a unit of the county that is active."), field: "agency"))
    }
    if let person, !units.isAt(person, agency) {
      found.append(
        Refusal(
          "task.person", Text("责任人应是所选责任单位的人员，请重新选择。", "The person belongs to the unit chosen: choose again."),
          field: "person"))
    }
    if dueOn < issuedOn {
      found.append(
        Refusal(
          "task.dueOn", Text("完成期限不能早于文件的成文日期。", "It is not due before the day of the document."), field: "dueOn"))
    }
    return found
  }
}

extension Refusal {
  static let taskReason = Refusal("task.reason", Text("请写明理由。", "Give the reason."), field: "reason")
}
