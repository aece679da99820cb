import Intake
import Kernel
import Localization
import Papers
import WorkCalendar

/// 更换文书 · The papers of a replacement: the application with its opinions (F16), the notice to the unit (F17).
struct ReplacementPapers {
  let context: ActionContext
  let aidCase: AidCase
  let replacement: Replacement
  let decision: DecideReplacement

  func application() throws {
    try decide(
      "F16", number: nil,
      [
        "requestedBy": replacement.requestedBy, "ground": replacement.ground.name.zh, "reason": replacement.reason,
        "requestedOn": Format.day(replacement.requestedOn, .zh),
        "review": "\(replacement.reviewOpinion ?? "")\n审查人：\(replacement.reviewerName ?? "")",
        "decision": "\(decision.outcome.name.zh)。\(decision.opinion)\n审批人：\(context.principal.name)",
      ])
  }

  /// Answers the number of the notice.
  func notice() throws -> String {
    let number = try context.takeNumber(.replacementNotice, for: aidCase.subject)
    let basis = replacement.ground.grounds.basis(replacement.rules).map(\.name.zh)
    try decide(
      "F17", number: number,
      [
        "requestedOn": Format.day(replacement.requestedOn, .zh), "reason": replacement.ground.name.zh,
        "basis": basis.isEmpty ? "法律援助的有关规定" : Format.list(basis, .zh), "arrangement": arrangement,
      ])
    return number
  }

  /// The two options of the form.
  private var arrangement: String {
    decision.outcome == .unitReplaces
      ? "请自收到本通知书之日起\(decision.arrangeWithin)个工作日内另行安排法律援助人员，将其姓名和联系方式告知受援人和本中心，与受援人变更委托代理／辩护协议和授权委托书，并办结案件材料移交手续。"
      : "自收到本通知书之日起，你单位不再承办该案，请与受援人解除委托代理／辩护协议，并将案件材料移交本中心另行指派的单位。"
  }

  private func decide(_ code: String, number: String?, _ fields: [String: String]) throws {
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form(code, formSet: rules.formSet) else { throw Refusal.notFound }
    let common = [
      "recipient": aidCase.nameOnPapers, "cause": aidCase.cause, "caseNumber": aidCase.number,
      "unit": aidCase.unitName ?? "", "undertaker": replacement.oldPersonName,
    ]
    try context.decide(
      form, number: number, fields: fields.merging(common) { own, _ in own }, about: aidCase.subject,
      issuer: aidCase.owner, rules: rules, approver: context.principal.user.map { ($0, context.principal.name) })
  }
}
