import Cases
import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
package import WorkCalendar

/// 报告拒绝辩护 · The undertaker reports that the person refuses to be defended. Where the organ must notify, nothing ends by
/// that: the organ looks into the reason, permits it or not, and nobody is left without a defender (刑事规定 2013, 14, 15;
/// 刑诉法解释 2021, 50). Makes the written notice to the organ and the centre.
package struct ReportRefusal: Action {
  package static let permission = Permission.handleCases
  private let aidCase: CaseID
  private let refusedOn: Day
  private let reason: String

  package init(_ aidCase: CaseID, on day: Day, reason: String) {
    self.aidCase = aidCase
    refusedOn = day
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> PaperID {
    let (notice, found) = try context.notice(of: aidCase)
    let state = try DefenceNoticeLifecycle.table.next(.reportRefusal, from: notice.state, by: context.principal)
    guard refusedOn >= found.assignedOn ?? found.acceptedOn, refusedOn <= context.today else {
      throw Refusal(
        "notice.refusedOn",
        Text("日期应在指派之日与今天之间，请核对。", "The day lies between the assignment and today: check it."), field: "refusedOn")
    }
    try DefenceNoticeTable.update(
      notice.id, set: "state = \(state), refused_on = \(refusedOn), refusal = \(reason)", in: context)
    let rules = RuleSet.inForce(on: context.today)
    guard let form = DefenceForms.refusal(rules.formSet) else { throw Refusal.notFound }
    let paper = try context.decide(
      form, number: nil,
      fields: [
        "organ": found.organ ?? notice.organKind.name.zh, "recipient": found.nameOnPapers, "cause": found.cause,
        "caseNumber": found.number, "unit": found.unitName ?? "", "undertaker": found.undertakerNames,
        "refusedOn": Format.day(refusedOn, .zh), "reason": reason,
      ], about: found.subject, issuer: found.owner, rules: rules)
    context.record(
      "notice.refused", found.subject, also: [.paper(paper)], rules: rules,
      basis: [.c13("14"), LegalBasis(.interpretation2021, "50")], facts: ["refusedOn": .day(refusedOn)])
    return paper
  }
}

/// 登记办案机关答复 · Records what the organ said of the refusal: permitted, and then the person engages own counsel or the
/// organ notifies anew; or not, and the defence goes on.
package struct AnswerRefusal: Action {
  package static let permission = Permission.registerNotices
  private let aidCase: CaseID
  private let isPermitted: Bool
  private let answeredOn: Day
  private let answer: String

  package init(_ aidCase: CaseID, permitted: Bool, on day: Day, answer: String) {
    self.aidCase = aidCase
    isPermitted = permitted
    answeredOn = day
    self.answer = answer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (notice, found) = try context.notice(of: aidCase)
    let step: DefenceNoticeStep = isPermitted ? .permit : .goOn
    _ = try DefenceNoticeLifecycle.table.next(step, from: notice.state, by: context.principal)
    guard answeredOn >= notice.refusedOn ?? found.acceptedOn, answeredOn <= context.today else {
      throw Refusal(
        "notice.answeredOn",
        Text("日期应在拒绝之日与今天之间，请核对。", "The day lies between the refusal and today: check it."), field: "answeredOn")
    }
    if isPermitted, notice.renewals > 0 {
      let second = SecondRefusal(by: notice.organKind, found.situations, on: answeredOn)
      guard second.mayBePermitted else { throw second.notPermitted }
    }
    let state: DefenceNoticeState = isPermitted ? .handedBack : .noticeReceived
    try DefenceNoticeTable.update(
      notice.id, set: "state = \(state), answered_on = \(answeredOn), answer = \(answer)", in: context)
    context.record(
      "notice.refusalAnswered", found.subject, rules: .inForce(on: context.today), basis: [.c13("15")],
      facts: ["permitted": .flag(isPermitted), "answeredOn": .day(answeredOn)])
    return Done()
  }
}
