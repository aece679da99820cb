package import Kernel

/// 撤回申请 · Ends an application without a decision, because the applicant withdraws in writing. Every clock on it stops.
package struct WithdrawApplication: Action {
  package static let permission = Permission.registerApplication
  private let id: ApplicationID
  private let reason: String

  package init(_ id: ApplicationID, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.withdraw, from: application.state, by: context.principal)
    try StepNoteTable.insert(.withdrawal, reason, of: id, in: context)
    try context.end(application, state)
    context.record("application.withdrawn", .application(id), rules: application.ruleSet)
    return Done()
  }
}
