import Intake
package import Kernel
import Localization
package import Papers
import Registry
import Storage

/// 申请更换 · Asks for another undertaker: the recipient through the centre, with evidence; the undertaker or the unit for a
/// conflict or inability; the organ by notice. The director has TL14 to decide; until then the undertaker goes on.
package struct RequestReplacement: Action {
  package static let permission = Permission.requestReplacements
  package let aidCase: CaseID
  package let ground: ReplacementGround
  package let reason: String
  package let evidence: StoredUpload?

  package init(aidCase: CaseID, ground: ReplacementGround, reason: String, evidence: StoredUpload? = nil) {
    self.aidCase = aidCase
    self.ground = ground
    self.reason = reason
    self.evidence = evidence
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard CaseLifecycle.working.contains(found.state), let person = found.undertaker, let unit = found.unit else {
      throw Refusal(
        "replacement.state",
        Text(
          "案件现在没有承办人员可以更换：已安排承办人员、尚未结案的案件才能申请。",
          "There is nobody to replace: ask while an undertaker is named and the case is not closed."))
    }
    try Refusals.check(refusals(found, context))
    try ReplacementTable.insert(ground, reason, of: found, from: person, unit, in: context)
    if let evidence { try context.attach(evidence, kind: EvidenceFile.replacement.rawValue, about: found.subject) }
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    try context.start(CasesLimits.replacement, on: found.subject, owner: found.owner)
    let rules = RuleSet.inForce(on: context.today)
    context.record(
      "case.replacementRequested", found.subject, rules: rules, basis: ground.grounds.basis(rules),
      facts: ["ground": .text(ground.rawValue)])
    return Done()
  }

  private func refusals(_ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if try ReplacementTable.of(found.id, context.tx).contains(where: \.state.isOpen) {
      refusals.append(
        Refusal(
          "replacement.open",
          Text("已有一份更换申请正在审批，请等待结果。", "A request for replacement is being decided: wait for it.")))
    }
    if let refusal = ground.refusal(of: context.principal.agencyKind) { refusals.append(refusal) }
    if reason.isEmpty {
      refusals.append(
        Refusal(
          "replacement.reason", Text("请写明申请更换的理由。", "Say why the undertaker should be replaced."), field: "reason"))
    }
    if ground.needsEvidence, evidence == nil {
      refusals.append(
        Refusal(
          "replacement.evidence",
          Text("请上传受援人签字的申请和证明材料。", "Upload the request that the recipient signed, with the evidence."),
          field: "evidence", basis: ground.grounds.basis(.inForce(on: context.today))))
    }
    return refusals
  }
}
