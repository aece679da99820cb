package import Intake
package import Registry
package import WorkCalendar

/// 导入的案件 · Import row: one good row of an old ledger. Two rows are equal when they say the same.
package struct ImportRow: Sendable, Hashable {
  package let number: String
  package let track: CaseTrack
  package let form: CaseForm
  package let stage: Stage?
  package let cause: String
  package let recipient: String
  package let recipientID: IdentityNumber?
  package let groups: [GroupCode]
  package let township: String?
  package let acceptedOn: Day
  package let undertaker: String?
  package let undertakerKind: UndertakerKind?
  package let unit: String?
  package let assignedOn: Day?
  /// In order, each once.
  package let heardOn: [Day]
  package let observedOn: [Day]
  package let closedOn: Day?
  package let archivedOn: Day?
  package let ended: CaseEnding
  package let result: CaseResult?
  /// 结果说明 · What the code of the result cannot say.
  package let outcome: String?
  package let grade: QualityGrade?
  package let recoveredFen: Int64?

  /// The state that follows from the furthest day filled.
  package var state: CaseState {
    if archivedOn != nil { return .archived }
    if closedOn != nil { return ended == .terminated ? .terminated : .closed }
    if !heardOn.isEmpty { return .inProgress }
    if assignedOn != nil { return undertaker == nil ? .assignedToUnit : .assignedToPerson }
    return .opened
  }
}
