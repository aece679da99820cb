package import Kernel
import Localization
import Storage
import WorkCalendar

/// 记入台账 · Enters the help in the ledger F29. Refuses before the help given is on record, or while an application still
/// waits to be forwarded.
package struct EnterLedger: Action {
  package static let permission = Permission.dispatchHelp
  private let id: LegalHelpID

  package init(_ id: LegalHelpID) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.legalHelp(id)
    let state = try LegalHelpLifecycle.table.next(.record, from: found.state, by: context.principal)
    guard found.helpedAt != nil else { throw Self.notHelped }
    guard found.takenAt == nil || found.forwardedAt != nil else { throw Self.notForwarded }
    try LegalHelpTable.update(id, set: "state = \(state), recorded_on = \(context.today)", in: context)
    context.record("help.recorded", .legalHelp(id), rules: found.rules)
    return Done()
  }

  private static let notHelped = Refusal(
    "help.notHelped", Text("还没有登记法律帮助内容，请先登记。", "What was done is not on record: record the help first."))
  private static let notForwarded = Refusal(
    "help.notForwarded",
    Text("接收的法律援助申请还没有转交，请先转交。", "The application that was taken in is not forwarded: forward it first."))
}
