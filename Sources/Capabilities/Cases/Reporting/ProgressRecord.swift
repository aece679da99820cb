import Intake
import Kernel
import Localization
import Papers
import Storage
import WorkCalendar

/// F14 承办情况记录 · Makes the progress record, to be signed by whoever received it.
struct ProgressRecord {
  let context: ActionContext
  let aidCase: AidCase

  /// 通报 · What the recipient was told.
  func told(_ content: String, on day: Day) throws -> PaperID {
    try decide("向受援人通报", receiver: aidCase.nameOnPapers, content, on: day)
  }

  /// 报告 · What the centre was reported.
  func reported(_ ground: MajorCaseGround, _ content: String, to centre: String) throws {
    _ = try decide("重大疑难案件报告：\(ground.name.zh)", receiver: centre, content, on: context.today)
  }

  private func decide(_ kind: String, receiver: String, _ content: String, on day: Day) throws -> PaperID {
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form("F14", formSet: rules.formSet) else { throw Refusal.notFound }
    return try context.decide(
      form, number: nil,
      fields: [
        "caseNumber": aidCase.number, "recipient": aidCase.nameOnPapers, "cause": aidCase.cause,
        "unit": aidCase.unitName ?? "", "undertaker": aidCase.undertakerNames, "kind": kind, "receiver": receiver,
        "doneOn": Format.day(day, .zh), "content": content,
      ], about: aidCase.subject, issuer: aidCase.owner, rules: rules)
  }
}
