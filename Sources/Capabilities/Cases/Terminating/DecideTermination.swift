import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage

/// 决定终止 · Ends the aid, or not. Makes the decision for the recipient (F18), with the right to object on it, and the letter
/// (F19) to the unit and to the organ; every clock stops. The closing day is the day on which the undertaking side receives
/// it; where no unit was named yet, today, and no dossier is due. Refuses whoever proposed it, and the case's undertakers.
package struct DecideTermination: Action {
  package static let permission = Permission.decideTerminations
  package let aidCase: CaseID
  package let isApproved: Bool
  package let opinion: String
  /// 办案机关 · The organ that gets the letter, where one handles the case.
  package let organ: String?

  package init(aidCase: CaseID, isApproved: Bool, opinion: String, organ: String? = nil) {
    self.aidCase = aidCase
    self.isApproved = isApproved
    self.opinion = opinion
    self.organ = organ
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let approver = context.principal.user else { throw Refusal.notAllowed }
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    let (termination, next) = try context.termination(found, isApproved ? .decide : .refuse)
    try context.requireNoInterest(in: found)
    guard termination.proposer != approver else { throw Refusal.proposerDecides }
    guard !opinion.isEmpty else {
      throw Refusal("termination.opinion", Text("请写明审批意见。", "Write the decision's reasons."), field: "opinion")
    }
    let number = try isApproved ? end(found, termination, context) : nil
    if !isApproved { try CaseTable.update(found.id, set: "state = \(found.state)", in: context) }
    try TerminationTable.update(
      termination.id,
      set: """
        state = \(next), approver = \(approver), approver_name = \(context.principal.name), opinion = \(opinion),
        decided_on = \(context.today), number = \(number)
        """, in: context)
    let rules = RuleSet.inForce(on: context.today)
    context.record(
      isApproved ? "case.terminated" : "case.terminationRefused", found.subject,
      also: found.unit.map { [.agency($0)] } ?? [], rules: rules, basis: termination.ground.grounds.basis(rules),
      facts: ["ground": .text(termination.ground.rawValue), "number": .text(number ?? "")])
    return Done()
  }

  private func end(_ found: AidCase, _ termination: Termination, _ context: ActionContext) throws -> String {
    let next = try CaseLifecycle.table.next(.terminate, from: found.state, by: context.principal)
    let closedOn = found.unit == nil ? context.today : nil
    try CaseTable.update(
      found.id,
      set: """
        state = \(next), ended = \(CaseEnding.terminated), closing_basis = \(ClosingBasis.terminationNotice),
        closed_on = \(closedOn)
        """, in: context)
    if let open = try ReplacementTable.of(found.id, context.tx).last(where: \.state.isOpen) {
      let lapsed = try ReplacementLifecycle.table.next(.lapse, from: open.state, by: context.principal)
      try ReplacementTable.update(open.id, set: "state = \(lapsed)", in: context)
    }
    try context.stopAll(on: found.subject)
    let papers = TerminationPapers(context: context, aidCase: found, termination: termination)
    let number = try papers.decision()
    for addressee in [found.unitName, organ].compactMap(\.self) { try papers.letter(to: addressee) }
    return number
  }
}

extension Refusal {
  static let proposerDecides = Refusal(
    "termination.proposer",
    Text("提出终止的人不能自己审批，请由中心其他负责人审批。", "Who proposed it may not decide it: another head of the centre does."),
    isAudited: true)
}
