package import Kernel
import Localization
import Storage
import WorkCalendar

/// 视为撤回申请 · Confirms that what was asked for was not supplied in time, so that the application counts as withdrawn
/// (条例 18; 法律援助法 43). It never happens by itself. Refuses before the last day on the notice has passed; a last day
/// that is a rest day gives way to the next working day.
package struct DeemWithdrawn: Action {
  package static let permission = Permission.askForSupplement
  private let id: ApplicationID
  private let reason: String

  package init(_ id: ApplicationID, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.deemWithdrawn, from: application.state, by: context.principal)
    guard let supplement = try SupplementTable.of(id, context.tx) else { throw Refusal.notFound }
    if let refusal = Self.tooEarly(supplement, context.today, context.calendar) { throw refusal }
    try StepNoteTable.insert(.withdrawal, reason, of: id, in: context)
    try context.end(application, state)
    context.record(
      "application.deemedWithdrawn", .application(id), rules: application.ruleSet,
      basis: [application.ruleSet < .rs2022 ? .r03("18") : .lal("43")], facts: ["dueOn": .day(supplement.dueOn)])
    return Done()
  }

  /// Says no while the applicant still has time.
  static func tooEarly(_ supplement: Supplement, _ today: Day, _ calendar: WorkCalendar) -> Refusal? {
    let last = supplement.lastDay(calendar)
    guard today <= last else { return nil }
    return Refusal(
      "application.supplementRunning",
      Text(
        "补充期限到\(Format.day(last, .zh))为止，期满没有补充的，才能确认视为撤回申请。",
        "The time for the supplement lasts until \(Format.day(last, .en)); only after that day can the application count as withdrawn."
      ))
  }
}

extension ActionContext {
  /// Ends an application without a decision: every clock on it stops.
  func end(_ application: Application, _ state: ApplicationState) throws {
    try tx.run(
      """
      UPDATE aid_application SET state = \(state), decided_on = \(today), version = version + 1,
        last_event = \(eventNumber) WHERE id = \(application.id)
      """)
    try stopAll(on: .application(application.id))
  }
}
