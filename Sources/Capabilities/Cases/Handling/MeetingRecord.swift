import Intake
import Kernel
import Localization
import Papers
import Storage
import WorkCalendar

/// 会见笔录 · Makes the record of a meeting, for the recipient and the undertaker to sign, on the screen or on paper.
struct MeetingRecord {
  let place: String
  let present: String
  let content: String
  let told: Set<MeetingDuty>

  /// Where it was and who was there belong in a record; a signed record that is handed in says both itself.
  func refusals(hasFile: Bool) -> [Refusal] {
    guard !hasFile else { return [] }
    return [
      place.isEmpty
        ? Refusal("record.place", Text("请写明会见的地点。", "Say where the meeting was."), field: "place") : nil,
      present.isEmpty
        ? Refusal("record.present", Text("请写明会见时在场的人员。", "Say who was present."), field: "present") : nil,
    ].compactMap(\.self)
  }

  /// Nil where the signed record was handed in and nothing was told of place and persons.
  func decide(of aidCase: AidCase, on day: Day, in context: ActionContext) throws -> PaperID? {
    guard !place.isEmpty, !present.isEmpty else { return nil }
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form("MEETING", formSet: rules.formSet) else { throw Refusal.notFound }
    let duties = MeetingDuty.allCases.filter(told.contains).map(\.name.zh)
    return try context.decide(
      form, number: nil,
      fields: [
        "caseNumber": aidCase.number, "recipient": aidCase.nameOnPapers, "cause": aidCase.cause,
        "unit": aidCase.unitName ?? "", "undertaker": aidCase.undertakerNames, "doneOn": Format.day(day, .zh),
        "place": place, "present": present, "told": duties.isEmpty ? "见谈话内容" : duties.joined(separator: "；"),
        "content": content,
      ], about: aidCase.subject, issuer: aidCase.owner, rules: rules)
  }
}
