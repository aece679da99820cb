import Cases
import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 审查异议 · The bureau decides an objection and makes its paper, F20. Upheld, the decision stands; corrected, a refused
/// application waits for its grant and a terminated case to be assigned again (条例 19; 程序规定 2012, 19; 法律援助法 49).
/// Refuses whoever is not of the bureau or had a part in the decision, and an empty opinion.
package struct DecideObjection: Action {
  package static let permission = Permission.decideObjections
  private let id: ObjectionID
  private let outcome: ObjectionOutcome
  private let opinion: String

  package init(_ id: ObjectionID, _ outcome: ObjectionOutcome, opinion: String) {
    self.id = id
    self.outcome = outcome
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    let objection = try context.objection(id)
    let step: ObjectionStep = outcome == .uphold ? .uphold : .correct
    let state = try ObjectionLifecycle.table.next(step, from: objection.state, by: context.principal)
    guard let decider = context.principal.user else { throw Refusal.notAllowed }
    guard let decision = try DecisionObjectedTo.load(objection.about, for: context.principal, context.tx) else {
      throw Refusal.changedMeanwhile
    }
    guard context.principal.agencyKind == .bureau, !decision.tookPart.contains(decider) else {
      throw ObjectionRules.tookPart
    }
    guard !opinion.isEmpty else {
      throw Refusal("objection.opinion", Text("请写明审查意见。", "Write the reasons of the decision."), field: "opinion")
    }
    let rules = RuleSet.inForce(on: objection.receivedOn)
    let (number, paper) = try makePaper(objection, decision, rules, (decider, context.principal.name), context)
    try context.stop(IntakeLimits.objection, on: objection.about.subject)
    var others: [Subject] = [.paper(paper), .person(decision.person)]
    if outcome == .correct, let goesOn = try correct(objection, number, context) { others.append(goesOn) }
    try ObjectionTable.update(
      id,
      set: """
        state = \(state), decider = \(decider), decider_name = \(context.principal.name), opinion = \(opinion),
        decided_on = \(context.today), number = \(number)
        """, in: context)
    context.record(
      "objection.decided", objection.about.subject, also: others, rules: rules, basis: ObjectionRight.basis(rules),
      facts: ["objection": .id(id), "objectionOutcome": .text(outcome.rawValue), "number": .text(number)])
    return Done()
  }

  /// Answers the case that goes on, where it is another one.
  private func correct(_ objection: Objection, _ number: String, _ context: ActionContext) throws -> Subject? {
    switch objection.about {
    case .application(let id):
      try context.correctRefusal(of: id, by: number)
      return nil
    case .aidCase(let id):
      let goesOn = try context.resumeAid(CaseTable.one(id, for: context.principal, context.tx), by: number)
      return goesOn == id ? nil : .aidCase(goesOn)
    }
  }

  private func makePaper(
    _ objection: Objection, _ decision: DecisionObjectedTo, _ rules: RuleSet, _ decider: (UserID, String),
    _ context: ActionContext
  ) throws -> (String, PaperID) {
    guard let form = ObjectionForms.decision(formSet: RuleSet.inForce(on: context.today).formSet) else {
      throw Refusal.notFound
    }
    let bureau = try AgencyTable.only(.bureau, in: context.county, context.tx)
    let number = try context.takeNumber(.objectionDecision, for: objection.about.subject)
    let paper = try context.decide(
      form, number: number,
      fields: [
        "objector": decision.name,
        "centre": try AgencyTable.of(decision.owner, in: context.county, context.tx).name,
        "cause": decision.cause, "decision": objection.about.decision.zh,
        "decisionNumber": objection.decisionNumber,
        "decidedOn": Format.day(objection.decidedAgainstOn, .zh),
        "receivedOn": Format.day(objection.receivedOn, .zh), "grounds": objection.grounds, "reason": opinion,
        "basis": Format.list(ObjectionRight.basis(rules).map(\.name.zh), .zh),
        "outcome": ObjectionForms.outcome(outcome, of: objection.about),
        "remedy": ObjectionForms.remedy(outcome, rules),
      ], about: objection.about.subject, issuer: bureau.id, rules: rules, approver: decider)
    return (number, paper)
  }
}

/// 撤回异议 · Records that the objector withdraws; the bureau's time ends.
package struct WithdrawObjection: Action {
  package static let permission = Permission.registerObjections
  private let id: ObjectionID

  package init(_ id: ObjectionID) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let objection = try context.objection(id)
    let state = try ObjectionLifecycle.table.next(.withdraw, from: objection.state, by: context.principal)
    try ObjectionTable.update(id, set: "state = \(state)", in: context)
    try context.stop(IntakeLimits.objection, on: objection.about.subject)
    context.record("objection.withdrawn", objection.about.subject, facts: ["objection": .id(id)])
    return Done()
  }
}

extension ActionContext {
  /// The objection that an action is about: in scope and as it was shown.
  func objection(_ id: ObjectionID) throws -> Objection {
    let found = try ObjectionTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    return found
  }
}
