package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 改期、取消开庭 · Moves a hearing that is not held to another day, or cancels it. What it was before, and why, is kept. Refuses
/// a day on which the case has another hearing.
package struct ChangeHearing: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let hearing: HearingID
  /// The new day; nil cancels it.
  package let heldOn: Day?
  package let startsAt: String?
  package let reason: String

  package init(aidCase: CaseID, hearing: HearingID, heldOn: Day?, startsAt: String? = nil, reason: String) {
    self.aidCase = aidCase
    self.hearing = hearing
    self.heldOn = heldOn
    self.startsAt = startsAt
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard found.takesFiles else { throw Refusal.dossierClosed }
    let old = try HearingTable.one(hearing, of: found.id, context.tx)
    try Refusals.check(refusals(old, found, context))
    try HearingChangeTable.insert(old, of: found.id, to: heldOn, startsAt, reason, in: context)
    if let heldOn {
      try context.tx.run(
        """
        UPDATE hearing SET held_on = \(heldOn), starts_at = \(startsAt), last_event = \(context.eventNumber)
        WHERE id = \(hearing)
        """)
    } else {
      try context.tx.run("DELETE FROM hearing WHERE id = \(hearing)")
    }
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      heldOn == nil ? "case.hearingCancelled" : "case.hearingMoved", found.subject,
      facts: ["from": .day(old.heldOn), "heldOn": .day(heldOn ?? old.heldOn)])
    return Done()
  }

  private func refusals(_ old: Hearing, _ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if old.isHeld {
      refusals.append(
        Refusal(
          "hearing.held", Text("这次开庭已经举行，不能改期或者取消。", "This hearing was held: it cannot be moved or cancelled."),
          field: "hearing"))
    }
    if reason.isEmpty {
      refusals.append(
        Refusal("hearing.reason", Text("请写明改期或者取消的原因。", "Say why it is moved or cancelled."), field: "reason"))
    }
    guard let heldOn else { return refusals }
    let others = try HearingTable.of(found.id, context.tx).filter { $0.id != old.id }
    if heldOn == old.heldOn, startsAt == old.startsAt {
      refusals.append(
        Refusal("hearing.same", Text("日期和时间都没有改变，请核对。", "Neither day nor time changed: check it."), field: "heldOn")
      )
    }
    if others.contains(where: { $0.heldOn == heldOn }) { refusals.append(.hearingTwice) }
    if heldOn < found.acceptedOn { refusals.append(.hearingBeforeGrant) }
    return refusals
  }
}
