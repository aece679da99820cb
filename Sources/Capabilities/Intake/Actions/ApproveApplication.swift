package import Kernel
import Localization
import Storage
import WorkCalendar

/// 审批申请 · Decides an application: the director signs, the review form F08 and the decision F09 or F10 are made, and the
/// clock stops (程序规定 2012, 16; 法律援助法 43). Refuses the reviewer of the same application and whoever has to take no part in it, which is written into the
/// audit log, an empty opinion, and a refusal of aid without a reason.
package struct ApproveApplication: Action {
  package static let permission = Permission.approveApplication
  private let id: ApplicationID
  private let decision: Recommendation
  private let opinion: String
  /// Why aid is refused, as the applicant will read it.
  private let reason: String?

  package init(_ id: ApplicationID, _ decision: Recommendation, opinion: String, reason: String? = nil) {
    self.id = id
    self.decision = decision
    self.opinion = opinion
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let approver = context.principal.user else { throw Refusal.notAllowed }
    let application = try context.application(id)
    let step: ApplicationStep = decision == .grant ? .approve : .refuse
    let state = try ApplicationLifecycle.table.next(step, from: application.state, by: context.principal)
    let reviewers = try StepNoteTable.reviewers(of: application, context.tx)
    if let refusal = SeparationRules.refusal(reviewers: reviewers, approver: approver) { throw refusal }
    try context.requireNoRecusal(id)
    if decision == .refuse, let order = application.correctionOrder { throw Self.ordered(order) }
    guard !opinion.isEmpty else { throw Refusal.opinionMissing }
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), approver = \(approver), approver_name = \(context.principal.name),
        approval_opinion = \(opinion), decided_on = \(context.today), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    let decided = try ApplicationTable.one(id, in: context.county, context.tx)
    try context.stopReview(application)
    let number = try makePapers(decided, context)
    context.record(
      decision == .grant ? "application.granted" : "application.refused", .application(id),
      also: [.person(application.applicant)], rules: application.ruleSet,
      basis: Decision.basis(application.ruleSet),
      facts: ["application": .id(id), "number": .text(number), "recommendation": recommended(application)])
    return Done()
  }

  private func makePapers(_ application: Application, _ context: ActionContext) throws -> String {
    try context.decideReview(application)
    let number = try makeDecision(application, context)
    if decision == .grant { try context.decideGroupList(application, number: number) }
    try context.decideReply(application, number: number, granted: decision == .grant)
    return number
  }

  private func makeDecision(_ application: Application, _ context: ActionContext) throws -> String {
    guard decision == .refuse else { return try context.decideGrant(application) }
    guard let reason, !reason.isEmpty else { throw Self.reasonMissing }
    return try context.decideRefusal(application, reason: reason)
  }

  private func recommended(_ application: Application) -> EventValue {
    .text(application.review?.recommendation.rawValue ?? "")
  }

  private static func ordered(_ order: String) -> Refusal {
    Refusal(
      "application.correctionOrdered",
      Text(
        "司法局已责令改正（\(order)），请给予法律援助。", "The bureau ordered to correct the refusal (\(order)): grant the aid."),
      field: "decision", basis: [.r03("19"), .p12("19"), .lal("49")])
  }

  private static let reasonMissing = Refusal(
    "application.reasonMissing",
    Text("不予法律援助必须写明理由。", "A refusal of aid has to state its reason."), field: "reason", basis: [.p12("16")])
}
