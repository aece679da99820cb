package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 要求补充材料 · Tells the applicant once everything that is missing, with the notice F06 (条例 18; 程序规定 2012, 13; 法律援助法
/// 43). Before acceptance no clock runs, so none has to pause. Refuses a last day that is not after today.
package struct RequestSupplement: Action {
  package static let permission = Permission.acceptApplication
  private let id: ApplicationID
  private let needed: String
  private let dueOn: Day

  package init(_ id: ApplicationID, needed: String, dueOn: Day) {
    self.id = id
    self.needed = needed
    self.dueOn = dueOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard dueOn > context.today else { throw Self.tooEarly }
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(
      .requestSupplement, from: application.state, by: context.principal)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id)
      """)
    try context.decideSupplement(application, needed: needed, dueOn: dueOn)
    context.record(
      "application.supplement", .application(id), rules: application.ruleSet, facts: ["dueOn": .day(dueOn)])
    return Done()
  }

  private static let tooEarly = Refusal(
    "application.supplementDue",
    Text("补充期限必须晚于今天。", "The last day for the supplement has to be after today."), field: "dueOn")
}
