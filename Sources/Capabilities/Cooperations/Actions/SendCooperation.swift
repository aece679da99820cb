import Cases
import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
package import WorkCalendar

/// 发出协作函 · Sends the letter F07 with what is to be done and by when (程序规定 2012, 28).
package struct SendCooperation: Action {
  package static let permission = Permission.manageCooperation
  private let id: CooperationID
  private let wantedBy: Day

  package init(_ id: CooperationID, wantedBy: Day) {
    self.id = id
    self.wantedBy = wantedBy
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.cooperation(id, .send)
    guard let aidCase = found.aidCase else { throw Refusal.notFound }
    guard wantedBy > context.today else {
      throw Refusal(
        "cooperation.wantedBy", Text("请求办结的日期应在今天以后。", "The day by which it is wanted lies after today."),
        field: "wantedBy")
    }
    let about = try CaseTable.one(aidCase, for: context.principal, context.tx)
    let rules = RuleSet.inForce(on: context.today)
    guard let form = IntakeForms.form("F07", formSet: rules.formSet) else { throw Refusal.notFound }
    let number = try context.takeNumber(.cooperation, for: about.subject)
    let paper = try context.decide(
      form, number: number,
      fields: [
        "addressee": found.other, "cause": found.cause, "applicationNumber": about.number,
        "content": "\(found.item.name.zh)：\(found.content)（请于\(Format.day(wantedBy, .zh))前办理并函复）",
        "basis": LegalBasis.p12("28").name.zh, "contact": try context.contact(of: found.owner),
      ], about: about.subject, issuer: found.owner, rules: rules,
      approver: context.principal.user.map { ($0, context.principal.name) })
    try CooperationTable.update(
      id, set: "state = \(next), wanted_by = \(wantedBy), number = \(number)", in: context)
    context.record(
      "cooperation.sent", .cooperation(id), also: [about.subject, .paper(paper)], rules: rules, basis: [.p12("28")],
      facts: ["number": .text(number), "wantedBy": .day(wantedBy)])
    return Done()
  }
}

/// 安排协作人员 · Says who does what another centre asked for.
package struct HandleCooperation: Action {
  package static let permission = Permission.manageCooperation
  private let id: CooperationID
  private let handler: String

  package init(_ id: CooperationID, handler: String) {
    self.id = id
    self.handler = handler
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (_, next) = try context.cooperation(id, .handle)
    guard !handler.isEmpty else {
      throw Refusal("cooperation.handler", Text("请写明由谁办理。", "Say who does it."), field: "handler")
    }
    try CooperationTable.update(id, set: "state = \(next), handler = \(handler)", in: context)
    context.record("cooperation.handled", .cooperation(id))
    return Done()
  }
}

/// 登记协作答复 · What came of it: of a letter sent, what the other centre answered; of one received, this centre's answer,
/// which makes its letter and ends its time. Declining needs its reason in writing (程序规定 2012, 28).
package struct AnswerCooperation: Action {
  package static let permission = Permission.manageCooperation
  private let id: CooperationID
  private let isDeclined: Bool
  private let answer: String

  package init(_ id: CooperationID, declined: Bool, answer: String) {
    self.id = id
    isDeclined = declined
    self.answer = answer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.cooperation(id, isDeclined ? .decline : .answer)
    guard !answer.isEmpty else {
      throw Refusal(
        "cooperation.answer", Text("请写明办理情况或者不能协作的理由。", "Say what was done, or why it cannot be."), field: "answer",
        basis: [.p12("28")])
    }
    let rules = RuleSet.inForce(on: context.today)
    if found.isIncoming { try reply(found, rules, context) }
    try context.stop(CooperationRules.answer, on: .cooperation(id))
    try CooperationTable.update(
      id, set: "state = \(next), answer = \(answer), answered_on = \(context.today)", in: context)
    context.record(
      isDeclined ? "cooperation.declined" : "cooperation.answered", .cooperation(id),
      also: found.aidCase.map { [.aidCase($0)] } ?? [], rules: rules, basis: [.p12("28")])
    return Done()
  }

  private func reply(_ found: Cooperation, _ rules: RuleSet, _ context: ActionContext) throws {
    guard let form = CooperationForms.reply(formSet: rules.formSet) else { throw Refusal.notFound }
    try context.decide(
      form, number: try context.takeNumber(.cooperation, for: .cooperation(found.id)),
      fields: [
        "addressee": found.other, "theirNumber": found.theirNumber ?? "无文号", "cause": found.cause,
        "outcome": isDeclined ? "因客观原因不能协作，理由：\(answer)" : "办理情况：\(answer)",
        "contact": try context.contact(of: found.owner),
      ], about: .cooperation(found.id), issuer: found.owner, rules: rules,
      approver: context.principal.user.map { ($0, context.principal.name) })
  }
}

/// 办结协作 · Closes a cooperation that was answered, or whose letter is not needed any more.
package struct CloseCooperation: Action {
  package static let permission = Permission.manageCooperation
  private let id: CooperationID

  package init(_ id: CooperationID) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let (_, next) = try context.cooperation(id, .close)
    try CooperationTable.update(id, set: "state = \(next)", in: context)
    context.record("cooperation.closed", .cooperation(id))
    return Done()
  }
}

extension ActionContext {
  /// 联系方式 · The name of an office and its telephone.
  fileprivate func contact(of agency: AgencyID) throws -> String {
    let office = try AgencyTable.of(agency, in: county, tx)
    return [office.name, office.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，")
  }
}
