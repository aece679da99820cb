package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 移交案件材料 · Records that the old undertaker's papers reached the new one, with the signed list where there is one.
package struct RecordHandover: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let handedOverOn: Day
  package let note: String
  package let list: StoredUpload?

  package init(aidCase: CaseID, handedOverOn: Day, note: String, list: StoredUpload? = nil) {
    self.aidCase = aidCase
    self.handedOverOn = handedOverOn
    self.note = note
    self.list = list
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    let (replacement, next) = try context.replacement(found, .handOver)
    guard handedOverOn <= context.today, handedOverOn >= replacement.decidedOn ?? replacement.requestedOn else {
      throw Refusal(
        "handover.day",
        Text("移交日期应在更换决定之日与今天之间，请核对。", "The day lies between the decision and today: check it."),
        field: "handedOverOn")
    }
    try ReplacementTable.update(
      replacement.id, set: "state = \(next), handed_over_on = \(handedOverOn), handover_note = \(note)", in: context
    )
    if let list { try context.attach(list, kind: EvidenceFile.handover.rawValue, about: found.subject) }
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record("case.handedOver", found.subject, facts: ["handedOverOn": .day(handedOverOn)])
    return Done()
  }
}
