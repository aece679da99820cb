package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 登记承办记录 · Writes down one thing done in a case, with its file where there is one. The first record, as a rule the
/// first meeting, begins the handling.
package struct AddHandlingRecord: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let kind: HandlingKind
  package let doneOn: Day
  package let content: String
  package let file: StoredUpload?

  package init(aidCase: CaseID, kind: HandlingKind, doneOn: Day, content: String, file: StoredUpload? = nil) {
    self.aidCase = aidCase
    self.kind = kind
    self.doneOn = doneOn
    self.content = content
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .record)
    guard doneOn <= context.today, doneOn >= found.acceptedOn else {
      throw Refusal(
        "record.day",
        Text(
          "办理日期应在批准之日与今天之间，请核对。", "The day lies between the grant and today: check it."),
        field: "doneOn")
    }
    try HandlingRecordTable.insert(kind, on: doneOn, content, of: found.id, in: context)
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    if let file { try context.attach(file, kind: kind.dossierCode, about: found.subject) }
    context.record(
      "case.recorded", found.subject, basis: CaseLifecycle.basis(.record, on: context.today),
      facts: ["kind": .text(kind.rawValue), "doneOn": .day(doneOn)])
    return Done()
  }
}
