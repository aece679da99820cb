package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 登记承办记录 · Writes down one thing done in a case, with its file where there is one. The first record, as a rule the
/// first meeting, begins the handling; a meeting makes its record and what the recipient is told F14, to be signed. Refuses
/// a day before the grant or after today, a meeting without place and persons, and under the rules of 2023 a first meeting
/// that left something untold.
package struct AddHandlingRecord: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let kind: HandlingKind
  package let doneOn: Day
  package let content: String
  package private(set) var file: StoredUpload?
  package let told: Set<MeetingDuty>
  /// 会见地点、在场人员 · Of a meeting: where it was, and who was there.
  package let place: String
  package let present: String

  package init(
    aidCase: CaseID, kind: HandlingKind, doneOn: Day, content: String, file: StoredUpload? = nil,
    told: Set<MeetingDuty> = [], place: String = "", present: String = ""
  ) {
    self.aidCase = aidCase
    self.kind = kind
    self.doneOn = doneOn
    self.content = content
    self.file = file
    self.told = kind == .meeting ? told : []
    self.place = place
    self.present = present
  }

  /// The same with its file.
  package func with(_ file: StoredUpload?) -> AddHandlingRecord {
    var other = self
    other.file = file
    return other
  }

  package func perform(in context: ActionContext) throws -> HandlingRecorded {
    let (found, next) = try context.aidCase(aidCase, .record)
    try Refusals.check(refusals(found, context))
    try HandlingRecordTable.insert(kind, on: doneOn, content, told: told, of: found.id, in: context)
    let paper = try decide(found, context)
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    if let file { try context.attach(file, kind: kind.dossierCode, about: found.subject) }
    context.record(
      "case.recorded", found.subject, basis: CaseLifecycle.basis(.record, on: context.today),
      facts: ["kind": .text(kind.rawValue), "doneOn": .day(doneOn)])
    return HandlingRecorded(paper: paper)
  }

  private var meeting: MeetingRecord? {
    kind == .meeting ? MeetingRecord(place: place, present: present, content: content, told: told) : nil
  }

  /// The paper that is to be signed, where the kind makes one.
  private func decide(_ found: AidCase, _ context: ActionContext) throws -> PaperID? {
    if kind == .progress { return try ProgressRecord(context: context, aidCase: found).told(content, on: doneOn) }
    return try meeting?.decide(of: found, on: doneOn, in: context)
  }

  private func refusals(_ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if doneOn > context.today || doneOn < found.acceptedOn {
      refusals.append(
        Refusal(
          "record.day", Text("办理日期应在批准之日与今天之间，请核对。", "The day lies between the grant and today: check it."),
          field: "doneOn"))
    }
    guard let meeting else { return refusals }
    refusals += meeting.refusals(hasFile: file != nil)
    let isFirst = try !HandlingRecordTable.of(found.id, context.tx).contains { $0.kind == .meeting }
    let untold = MeetingDuty.refusal(told: told, isFirst: isFirst, rules: .inForce(on: doneOn))
    return refusals + [untold].compactMap(\.self)
  }
}

/// 登记结果 · What came of a record: the paper that is to be signed, if it made one.
package struct HandlingRecorded: Sendable, Codable {
  package let paper: PaperID?
}
