import Intake
import Kernel
import Localization
import Papers
import WorkCalendar

/// F21 结案报告表 · The closing report, from what is on record.
struct ClosingReport {
  let context: ActionContext
  let aidCase: AidCase
  let closing: CloseCase

  func decide(_ rules: RuleSet) throws {
    guard let form = CasesForms.form("F21", formSet: rules.formSet) else { throw Refusal.notFound }
    try context.decide(
      form, number: nil, fields: try fields(), about: aidCase.subject, issuer: aidCase.owner, rules: rules)
  }

  private func fields() throws -> [String: String] {
    func day(_ day: Day?) -> String { day.map { Format.day($0, .zh) } ?? "" }
    let hearings = try HearingTable.of(aidCase.id, context.tx).filter(\.isHeld)
    let result = [closing.result.name.zh, closing.outcome].filter { !$0.isEmpty }.joined(separator: "。")
    let records = try HandlingRecordTable.of(aidCase.id, context.tx)
    return [
      "caseNumber": aidCase.number, "recipient": aidCase.nameOnPapers, "cause": aidCase.cause,
      "aidForm": aidCase.form.name.zh, "unit": aidCase.unitName ?? "", "undertaker": aidCase.undertakerNames,
      "stage": aidCase.stage?.name.zh ?? "", "acceptedOn": day(aidCase.acceptedOn),
      "assignedOn": day(aidCase.assignedOn),
      "hearings": hearings.isEmpty
        ? "未开庭" : hearings.map { "\(day($0.heldOn)) \($0.court)" }.joined(separator: "；"),
      "process": records.map { "\(day($0.doneOn)) \($0.kind.name.zh)：\($0.content)" }.joined(separator: "\n"),
      "closingBasis": closing.basis.name.zh, "closedOn": day(closing.closedOn), "outcome": result,
      "recovered": closing.recoveredFen.map { Format.money(fen: $0, .zh) } ?? "无", "cost": "", "check": "",
    ]
  }
}
