package import Kernel
import Storage
import WorkCalendar

/// 撤回申请 · Ends an application without a decision: the applicant withdraws in writing, or, told once what is missing, has
/// not supplied it and is deemed to have withdrawn (条例 18; 法律援助法 43). Every clock on it stops.
package struct WithdrawApplication: Action {
  package static let permission = Permission.registerApplication
  private let id: ApplicationID
  private let isDeemed: Bool
  private let reason: String

  package init(_ id: ApplicationID, isDeemed: Bool = false, reason: String) {
    self.id = id
    self.isDeemed = isDeemed
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let step: ApplicationStep = isDeemed ? .deemWithdrawn : .withdraw
    let state = try ApplicationLifecycle.table.next(step, from: application.state, by: context.principal)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), decided_on = \(context.today), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    try context.stopAll(on: .application(id))
    context.record(
      isDeemed ? "application.deemedWithdrawn" : "application.withdrawn", .application(id),
      rules: application.ruleSet, facts: ["reason": .text(reason)])
    return Done()
  }
}
