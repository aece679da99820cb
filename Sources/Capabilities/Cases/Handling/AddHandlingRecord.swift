package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 登记承办记录 · Writes down one thing done in a case, with its file where there is one. The first record, as a rule the
/// first meeting, begins the handling; what the recipient is told makes F14. Refuses a day before the grant or after
/// today, and under the rules of 2023 a first meeting that left something untold.
package struct AddHandlingRecord: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let kind: HandlingKind
  package let doneOn: Day
  package let content: String
  package let file: StoredUpload?
  package let told: Set<MeetingDuty>

  package init(
    aidCase: CaseID, kind: HandlingKind, doneOn: Day, content: String, file: StoredUpload? = nil,
    told: Set<MeetingDuty> = []
  ) {
    self.aidCase = aidCase
    self.kind = kind
    self.doneOn = doneOn
    self.content = content
    self.file = file
    self.told = kind == .meeting ? told : []
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .record)
    try Refusals.check(refusals(found, context))
    try HandlingRecordTable.insert(kind, on: doneOn, content, told: told, of: found.id, in: context)
    if kind == .progress { try ProgressRecord(context: context, aidCase: found).told(content, on: doneOn) }
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    if let file { try context.attach(file, kind: kind.dossierCode, about: found.subject) }
    context.record(
      "case.recorded", found.subject, basis: CaseLifecycle.basis(.record, on: context.today),
      facts: ["kind": .text(kind.rawValue), "doneOn": .day(doneOn)])
    return Done()
  }

  private func refusals(_ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if doneOn > context.today || doneOn < found.acceptedOn {
      refusals.append(
        Refusal(
          "record.day", Text("办理日期应在批准之日与今天之间，请核对。", "The day lies between the grant and today: check it."),
          field: "doneOn"))
    }
    guard kind == .meeting else { return refusals }
    let isFirst = try !HandlingRecordTable.of(found.id, context.tx).contains { $0.kind == .meeting }
    let untold = MeetingDuty.refusal(told: told, isFirst: isFirst, rules: .inForce(on: doneOn))
    return refusals + [untold].compactMap(\.self)
  }
}
