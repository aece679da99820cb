package import Kernel
import Localization
import Storage

/// 确认开庭 · Says that a hearing took place.
package struct MarkHearingHeld: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let hearing: HearingID

  package init(aidCase: CaseID, hearing: HearingID) {
    self.aidCase = aidCase
    self.hearing = hearing
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard found.takesFiles else { throw Refusal.dossierClosed }
    try context.markHearing(hearing, of: found, "is_held = 1", event: "case.hearingHeld")
    return Done()
  }
}

extension ActionContext {
  /// Sets a mark on a hearing that is past, and touches the case with it.
  func markHearing(_ id: HearingID, of aidCase: AidCase, _ mark: SQL, event kind: String) throws {
    let hearing = try HearingTable.one(id, of: aidCase.id, tx)
    guard hearing.heldOn <= today else {
      throw Refusal(
        "hearing.future",
        Text("这次开庭还没有到日期，开庭以后再登记。", "This hearing is still ahead: come back after it."))
    }
    try tx.run("UPDATE hearing SET \(mark), last_event = \(eventNumber) WHERE id = \(id)")
    try CaseTable.update(aidCase.id, set: "state = \(aidCase.state)", in: self)
    record(kind, aidCase.subject, facts: ["heldOn": .day(hearing.heldOn)])
  }
}
