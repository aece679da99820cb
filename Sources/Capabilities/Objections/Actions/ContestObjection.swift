import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
package import WorkCalendar

/// 登记复议、诉讼 · Records that the objector went to reconsideration or to court against the bureau's decision (法律援助法 49; TL37).
/// Refuses where the bureau upheld nothing, a day
/// before its decision or after today, and no organ or court.
package struct ContestObjection: Action {
  package static let permission = Permission.registerObjections
  private let id: ObjectionID
  private let remedy: Remedy
  private let body: String
  private let filedOn: Day

  package init(_ id: ObjectionID, _ remedy: Remedy, body: String, filedOn: Day) {
    self.id = id
    self.remedy = remedy
    self.body = body
    self.filedOn = filedOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    let objection = try context.objection(id)
    let state = try ObjectionLifecycle.table.next(.contest, from: objection.state, by: context.principal)
    guard filedOn >= objection.decidedOn ?? filedOn, filedOn <= context.today else {
      throw Refusal(
        "objection.contestedOn",
        Text("日期应在审查决定之日与今天之间，请核对。", "The day lies between the bureau’s decision and today: check it."),
        field: "filedOn")
    }
    guard !body.isEmpty else {
      throw Refusal(
        "objection.contestBody",
        Text("请写明复议机关或者人民法院。", "Name the organ of reconsideration or the court."), field: "body")
    }
    try ObjectionTable.update(
      id,
      set: """
        state = \(state), contest = \(remedy), contest_body = \(body), contested_on = \(filedOn), contest_result = NULL,
        contest_ended_on = NULL
        """, in: context)
    let rules = RuleSet.inForce(on: filedOn)
    context.record(
      "objection.contested", objection.about.subject, rules: rules, basis: Contest.basis(rules),
      facts: ["objection": .id(id), "remedy": .text(remedy.rawValue), "filedOn": .day(filedOn)])
    return Done()
  }
}

/// 登记复议、诉讼结果 · Records what came of it: the bureau's decision stands, or it was annulled; then F20 is withdrawn and the
/// bureau decides anew, within its time from the day the result was received.
package struct EndContest: Action {
  package static let permission = Permission.registerObjections
  private let id: ObjectionID
  private let isAnnulled: Bool
  private let result: String
  private let receivedOn: Day

  package init(_ id: ObjectionID, annulled: Bool, result: String, receivedOn: Day) {
    self.id = id
    isAnnulled = annulled
    self.result = result
    self.receivedOn = receivedOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    let objection = try context.objection(id)
    let step: ObjectionStep = isAnnulled ? .reopen : .stand
    let state = try ObjectionLifecycle.table.next(step, from: objection.state, by: context.principal)
    guard receivedOn >= objection.contest?.filedOn ?? receivedOn, receivedOn <= context.today else {
      throw Refusal(
        "objection.contestEndedOn",
        Text("日期应在申请复议、起诉之日与今天之间，请核对。", "The day lies between the filing and today: check it."),
        field: "endedOn")
    }
    guard !result.isEmpty else {
      throw Refusal(
        "objection.contestResult",
        Text("请填写结果文书的文号。", "Tell the number of the paper that ended it."), field: "result")
    }
    try ObjectionTable.update(
      id, set: "state = \(state), contest_result = \(result), contest_ended_on = \(receivedOn)", in: context)
    if isAnnulled { try decideAnew(objection, context) }
    let rules = RuleSet.inForce(on: receivedOn)
    context.record(
      "objection.contestEnded", objection.about.subject, rules: rules, basis: Contest.basis(rules),
      facts: [
        "objection": .id(id), "annulled": .flag(isAnnulled), "result": .text(result),
        "receivedOn": .day(receivedOn),
      ])
    return Done()
  }

  private func decideAnew(_ objection: Objection, _ context: ActionContext) throws {
    let subject = objection.about.subject
    for paper in try PaperTable.of([subject], context.tx)
    where paper.form == "F20" && paper.number == objection.number && paper.state != .revoked {
      try context.revokePaper(paper.id, reason: "经\(objection.contest?.remedy.name.zh ?? "")撤销（\(result)）")
    }
    let bureau = try AgencyTable.only(.bureau, in: context.county, context.tx)
    try context.start(
      IntakeLimits.objection, on: subject, owner: bureau.id, from: receivedOn, rules: .inForce(on: receivedOn))
  }
}
