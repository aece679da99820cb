import Intake
package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 接收申请 · The duty lawyer takes in an application for legal aid; within 24 hours he forwards it (法律援助法 39). Refuses a
/// second one, and a time before the meeting or later than now.
package struct TakeApplication: Action {
  package static let permission = Permission.giveHelp
  private let id: LegalHelpID
  /// Nil: now.
  private let takenAt: Instant?

  package init(_ id: LegalHelpID, at takenAt: Instant? = nil) {
    self.id = id
    self.takenAt = takenAt
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.legalHelp(id, own: true)
    let state = try LegalHelpLifecycle.table.next(.takeApplication, from: found.state, by: context.principal)
    let at = takenAt ?? context.now
    guard found.takenAt == nil else { throw Self.once }
    guard at <= context.now, at >= found.metAt ?? found.receivedAt else { throw Self.wrongTime }
    let due = try context.start(DutyLimits.forward, on: .legalHelp(id), owner: found.owner, at: at)
    try LegalHelpTable.update(
      id, set: "state = \(state), taken_at = \(at), forward_by = \(due?.lateFrom)", in: context)
    context.record(
      "help.applicationTaken", .legalHelp(id), rules: .inForce(on: at.day), basis: [.lal("39")],
      facts: ["takenAt": .text(at.description)])
    return Done()
  }

  private static let once = Refusal(
    "help.takenOnce", Text("申请已经接收，请直接转交。", "An application was taken in already: forward it."))
  private static let wrongTime = Refusal(
    "help.takenAt", Text("接收时间应在会见之后、现在之前，请核对。", "The time lies between the meeting and now: check it."),
    field: "takenAt")
}

/// 转交申请 · The application goes to the centre, whose counter opens with what is known. A late one is recorded late, never
/// refused. Refuses where none was taken in, and a time before that or later than now.
package struct ForwardApplication: Action {
  package static let permission = Permission.giveHelp
  private let id: LegalHelpID
  /// Nil: now.
  private let forwardedAt: Instant?

  package init(_ id: LegalHelpID, at forwardedAt: Instant? = nil) {
    self.id = id
    self.forwardedAt = forwardedAt
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.legalHelp(id, own: true)
    let state = try LegalHelpLifecycle.table.next(.forward, from: found.state, by: context.principal)
    let at = forwardedAt ?? context.now
    guard let takenAt = found.takenAt else { throw Self.notTaken }
    guard found.forwardedAt == nil else { throw Self.once }
    guard at <= context.now, at >= takenAt else { throw Self.wrongTime }
    let late = found.forwardBy.flatMap { at.hours(after: $0) }
    try LegalHelpTable.update(
      id, set: "state = \(state), forwarded_at = \(at), forwarded_late = \(late)", in: context)
    try context.stop(DutyLimits.forward, on: .legalHelp(id))
    context.record(
      "help.applicationForwarded", .legalHelp(id), rules: .inForce(on: takenAt.day), basis: [.lal("39")],
      facts: ["forwardedAt": .text(at.description), "hoursLate": .number(Int64(late ?? 0))])
    return Done()
  }

  private static let notTaken = Refusal(
    "help.notTaken", Text("还没有接收法律援助申请，请先登记接收。", "No application was taken in: record that first."))
  private static let once = Refusal(
    "help.forwardedOnce", Text("申请已经转交，请在受理窗口登记。", "The application is forwarded: register it at the counter."))
  private static let wrongTime = Refusal(
    "help.forwardedAt", Text("转交时间应在接收之后、现在之前，请核对。", "The time lies between taking it in and now: check it."),
    field: "forwardedAt")
}
