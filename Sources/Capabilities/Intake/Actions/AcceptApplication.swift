package import Kernel
import Storage
import WorkCalendar

/// 受理申请 · Accepts an application: it gets its number and the clock of the decision starts, under the rule set in force
/// today (程序规定 2012, 8, 14; 法律援助法 38, 43).
package struct AcceptApplication: Action {
  package static let permission = Permission.acceptApplication
  private let id: ApplicationID

  package init(_ id: ApplicationID) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.accept, from: application.state, by: context.principal)
    let rules = RuleSet.inForce(on: context.today)
    let number = try context.takeNumber(.application, for: .application(id))
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), number = \(number), rule_set = \(rules),
        accepted_on = \(context.today), version = version + 1, last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    try context.startReview(application)
    context.record(
      "application.accepted", .application(id), rules: rules,
      basis: IntakeLimits.decision(of: application.track).variant(rules, on: context.today)?.basis ?? [],
      facts: ["number": .text(number)])
    return Done()
  }
}

extension ActionContext {
  /// The application as the person acting may see it, refused when it is not the one that was shown.
  func application(_ id: ApplicationID) throws -> Application {
    let application = try ApplicationTable.one(id, for: principal, tx)
    try requireVersion(application.version)
    return application
  }
}
