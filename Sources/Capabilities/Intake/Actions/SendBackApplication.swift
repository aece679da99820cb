package import Kernel
import Localization
import Storage

/// 退回审查 · Sends an application back to the reviewer, who reviews it a second time; the clock of the decision runs on.
/// Refuses an empty opinion: the reviewer has to know what to look at.
package struct SendBackApplication: Action {
  package static let permission = Permission.approveApplication
  private let id: ApplicationID
  private let opinion: String

  package init(_ id: ApplicationID, opinion: String) {
    self.id = id
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.sendBack, from: application.state, by: context.principal)
    guard !opinion.isEmpty else { throw Refusal.opinionMissing }
    try StepNoteTable.insert(.sentBack, opinion, of: id, in: context)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id)
      """)
    context.record("application.sentBack", .application(id), rules: application.ruleSet)
    return Done()
  }
}

extension Refusal {
  static let opinionMissing = Refusal(
    "application.opinionMissing", Text("请填写意见。", "State an opinion."), field: "opinion")
}
