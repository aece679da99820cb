import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 审批更换申请 · Decides a request for another undertaker. Granted, the old undertaker loses the case at once, and either
/// the unit names another within some days, or it drops the case, which is assigned anew. Makes F16, and F17 for the unit.
/// Refuses who asked for it, its reviewer and the case's undertakers, which is written into the audit log.
package struct DecideReplacement: Action {
  package static let permission = Permission.decideReplacements
  package let aidCase: CaseID
  package let outcome: ReplacementOutcome
  package let opinion: String
  /// Working days within which the unit names another.
  package let arrangeWithin: Int

  package init(aidCase: CaseID, outcome: ReplacementOutcome, opinion: String, arrangeWithin: Int = 3) {
    self.aidCase = aidCase
    self.outcome = outcome
    self.opinion = opinion
    self.arrangeWithin = arrangeWithin
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let approver = context.principal.user else { throw Refusal.notAllowed }
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    let (replacement, next) = try context.replacement(found, outcome == .refused ? .refuse : .grant)
    try context.requireNoInterest(in: found)
    guard replacement.requester != approver else { throw Refusal.requesterDecides }
    if let refusal = SeparationRules.refusal(reviewers: [replacement.reviewer], approver: approver) {
      throw refusal
    }
    guard !opinion.isEmpty else {
      throw Refusal("replacement.decision", Text("请写明审批意见。", "Write the decision's reasons."), field: "opinion")
    }
    try context.stop(CasesLimits.replacement, on: found.subject)
    let papers = ReplacementPapers(context: context, aidCase: found, replacement: replacement, decision: self)
    try papers.application()
    let number = try outcome == .refused ? nil : papers.notice()
    try ReplacementTable.update(
      replacement.id,
      set: """
        state = \(next), approver = \(approver), approver_name = \(context.principal.name), outcome = \(outcome),
        decision_opinion = \(opinion), decided_on = \(context.today), arrange_within = \(arrangeWithin), number = \(number)
        """, in: context)
    try carryOut(found, replacement, context)
    context.record(
      "case.replacementDecided", found.subject, also: found.unit.map { [.agency($0)] } ?? [],
      rules: replacement.rules, basis: replacement.ground.grounds.basis(replacement.rules),
      facts: ["outcome": .text(outcome.rawValue), "number": .text(number ?? "")])
    return Done()
  }

  private func carryOut(_ found: AidCase, _ replacement: Replacement, _ context: ActionContext) throws {
    switch outcome {
    case .refused: try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    case .unitReplaces:
      let next = try CaseLifecycle.table.next(.replace, from: found.state, by: context.principal)
      guard let unit = found.unit,
        try [.lawFirm, .grassrootsOffice].contains(AgencyTable.of(unit, in: found.county, context.tx).kind)
      else { throw Refusal.unitCannotName }
      try AssignmentTable.end(found.id, because: "replaced", reason: replacement.ground.name.zh, in: context)
      try AssignmentTable.insert(
        found.id, to: AssignmentChoice(unit: unit), .chosen, reason: replacement.ground.name.zh, in: context)
      try CaseTable.update(
        found.id,
        set: "state = \(next), undertaker = NULL, undertaker_kind = NULL, standing = NULL, engaged_on = NULL",
        in: context)
      try context.stopOwn(on: found)
      try context.start(CasesLimits.engagement, on: found.subject, owner: unit)
    case .unitDrops:
      let next = try CaseLifecycle.table.next(.reassign, from: found.state, by: context.principal)
      try context.takeBack(found, to: next, because: "replaced", reason: replacement.ground.name.zh)
    }
  }
}

extension ActionContext {
  /// Takes a case back from its unit, so that it waits to be assigned anew; the time to assign begins again today, which
  /// is the product's own default, or on the day of an organ's new notice. The three days from an organ's notice, where they
  /// still run, run on.
  func takeBack(
    _ found: AidCase, to next: CaseState, because: String, reason: String, from day: Day? = nil
  ) throws {
    try AssignmentTable.end(found.id, because: because, reason: reason, in: self)
    try CaseTable.update(
      found.id,
      set: """
        state = \(next), unit = NULL, undertaker = NULL, undertaker_kind = NULL, standing = NULL, assigned_on = NULL,
        engaged_on = NULL
        """, in: self)
    try CoUndertakerTable.remove(from: found.id.uuid, in: self)
    let limit = CasesLimits.assignment(isNotified: found.track.isNotified, isCriminal: found.track.isCriminal)
    let running = try Deadline.open(found.subject, tx).map(\.key)
    if found.track.isNotified, running.contains(limit.key) {
      for other in CasesLimits.all where other.key != limit.key { try stop(other, on: found.subject) }
      return
    }
    try stopOwn(on: found)
    try start(limit, on: found.subject, owner: found.owner, from: day)
  }
}

extension Refusal {
  static let requesterDecides = Refusal(
    "replacement.requester",
    Text("申请更换的人不能自己审批，请由中心其他负责人审批。", "Who asked for it may not decide it: another head of the centre does."),
    isAudited: true)

  static let unitCannotName = Refusal(
    "replacement.unit",
    Text(
      "该单位不能自行安排承办人员，请选择“原单位不再承办，另行指派”。",
      "This unit does not name its people itself: choose that the case is assigned anew."), field: "outcome")
}
