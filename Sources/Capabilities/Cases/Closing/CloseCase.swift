import Intake
package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 结案 · Closes a case on the day the law names (程序规定 2012, 34; 2023, 41), with its result as a code, and
/// makes the closing report (F21). The thirty days to hand in the dossier begin on that day. Refuses a case whose
/// replacement is not decided yet.
package struct CloseCase: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let basis: ClosingBasis
  package let closedOn: Day
  package let result: CaseResult
  /// 结果说明 · What the code does not say.
  package let outcome: String
  package let recoveredFen: Int64?
  /// The judgment, the award, the settlement.
  package let instrument: StoredUpload?

  package init(
    aidCase: CaseID, basis: ClosingBasis, closedOn: Day, result: CaseResult, outcome: String = "",
    recoveredFen: Int64? = nil,
    instrument: StoredUpload? = nil
  ) {
    self.aidCase = aidCase
    self.basis = basis
    self.closedOn = closedOn
    self.result = result
    self.outcome = outcome
    self.recoveredFen = recoveredFen
    self.instrument = instrument
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .close)
    try Refusals.check(refusals(found, context))
    try CaseTable.update(
      found.id,
      set: """
        state = \(next), ended = \(CaseEnding.closed), closed_on = \(closedOn), closing_basis = \(basis),
        result = \(result), outcome = \(outcome), recovered_fen = \(recoveredFen)
        """, in: context)
    if let instrument {
      let isSettled = basis == .settlement || basis == .performance
      try context.attach(instrument, kind: isSettled ? "settlement" : "instrument", about: found.subject)
    }
    let rules = RuleSet.inForce(on: closedOn)
    try ClosingReport(context: context, aidCase: found, closing: self).decide(rules)
    try context.stopOwn(on: found)
    try context.start(
      CasesLimits.dossier, on: found.subject, owner: found.unit ?? found.owner, from: closedOn, rules: rules)
    if basis == .award {
      try context.start(
        KeyDate.awardServed.limit, on: found.subject, owner: found.unit ?? found.owner, from: closedOn, rules: rules
      )
    }
    context.record(
      "case.closed", found.subject, rules: rules, basis: ClosingRule.basis(rules),
      facts: [
        "closedOn": .day(closedOn), "basis": .text(basis.rawValue), "caseResult": .text(result.rawValue),
        "recoveredFen": .number(recoveredFen ?? 0),
      ])
    return Done()
  }

  private func refusals(_ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals = ClosingRule.refusals(
      closedOn: closedOn, by: basis, form: found.form, stage: found.stage, acceptedOn: found.acceptedOn,
      today: context.today)
    refusals += CaseResult.refusals(result, remark: outcome, form: found.form, stage: found.stage)
    if try ReplacementTable.of(found.id, context.tx).contains(where: \.state.isOpen) {
      refusals.append(
        Refusal(
          "closing.replacementOpen",
          Text(
            "更换法律援助人员的申请还没有审批，请等中心决定后再结案。",
            "A request for replacement is not decided yet: close the case after the centre's decision.")))
    }
    if let held = try HearingTable.of(found.id, context.tx).last(where: \.isHeld), held.heldOn > closedOn {
      refusals.append(
        Refusal(
          "closing.beforeHearing",
          Text(
            "结案日期不能早于最后一次开庭（\(Format.day(held.heldOn, .zh))）。",
            "The closing cannot be before the last hearing on \(Format.day(held.heldOn, .en))."), field: "closedOn")
      )
    }
    return refusals
  }
}
