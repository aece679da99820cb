import Intake
package import Kernel
import Localization
package import Papers
import Storage

/// 提出终止 · Proposes to end the aid before the case does; whoever undertakes it reports, the centre checks. Refuses a ground
/// that the rules in force do not know, and since 2022 a recipient's wish without good reason (法律援助法 48(7)).
package struct ProposeTermination: Action {
  package static let permission = Permission.proposeTerminations
  package let aidCase: CaseID
  package let ground: TerminationReason
  package let facts: String
  /// Why the recipient's wish is accepted.
  package let goodReason: String
  package let evidence: StoredUpload?

  package init(
    aidCase: CaseID, ground: TerminationReason, facts: String, goodReason: String = "",
    evidence: StoredUpload? = nil
  ) {
    self.aidCase = aidCase
    self.ground = ground
    self.facts = facts
    self.goodReason = goodReason
    self.evidence = evidence
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard found.state.isActive else {
      throw Refusal(
        "termination.state",
        Text("案件已经结束，不能再终止。", "The case has ended already and cannot be terminated."))
    }
    let rules = RuleSet.inForce(on: context.today)
    try Refusals.check(refusals(found, rules, context))
    try TerminationTable.insert(ground, facts: facts, goodReason: goodReason, of: found.id, in: context)
    if let evidence { try context.attach(evidence, kind: EvidenceFile.termination.rawValue, about: found.subject) }
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.terminationProposed", found.subject, rules: rules, basis: ground.grounds.basis(rules),
      facts: ["ground": .text(ground.rawValue)])
    return Done()
  }

  private func refusals(_ found: AidCase, _ rules: RuleSet, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if try TerminationTable.of(found.id, context.tx).contains(where: { $0.state == .proposed }) {
      refusals.append(
        Refusal(
          "termination.open", Text("已有一份终止意见正在审批，请等待结果。", "A termination is being decided: wait for it.")))
    }
    if !ground.isAvailable(rules, found.track) {
      refusals.append(
        Refusal(
          "termination.ground",
          Text(
            "“\(ground.name.zh)”不适用于本案（\(found.track.name.zh)，\(rules.name.zh)），请选择其他事由。",
            "“\(ground.name.en)” does not apply to this case (\(found.track.name.en), \(rules.name.en)): choose another."
          ),
          field: "ground", basis: ground.grounds.basis(rules)))
    }
    if facts.isEmpty {
      refusals.append(
        Refusal(
          "termination.facts", Text("请写明终止的事实情况。", "Say what happened that ends the aid."), field: "facts"))
    }
    if ground.needsGoodReason(rules), goodReason.isEmpty {
      refusals.append(
        Refusal(
          "termination.goodReason",
          Text("受援人要求终止的，请写明其正当理由。", "The recipient's wish needs a good reason: write it down."),
          field: "goodReason", basis: ground.grounds.basis(rules)))
    }
    return refusals
  }
}
