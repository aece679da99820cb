package import Kernel
import Storage
import WorkCalendar

/// 审查申请 · Reviews an application: the three tests are asked again of what was told and their answer is kept, and the
/// reviewer says what he proposes and why (程序规定 2012, 13 to 15; 法律援助法 43). Refuses whoever has to take no
/// part in it, and an empty opinion.
package struct ReviewApplication: Action {
  package static let permission = Permission.reviewApplication
  private let id: ApplicationID
  private let recommendation: Recommendation
  private let opinion: String

  package init(_ id: ApplicationID, _ recommendation: Recommendation, opinion: String) {
    self.id = id
    self.recommendation = recommendation
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let reviewer = context.principal.user else { throw Refusal.notAllowed }
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.review, from: application.state, by: context.principal)
    try context.requireNoRecusal(id)
    guard !opinion.isEmpty else { throw Refusal.opinionMissing }
    try StepNoteTable.insert(.review, opinion, of: id, in: context)
    let verdict = try VerdictRecord(application.judge(context.keys, context.tx))
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), outcome = \(verdict.outcome),
        verdict_sealed = \(Sealed.seal(verdict, as: Sealed.verdict(id), context.keys)), reviewer = \(reviewer),
        reviewer_name = \(context.principal.name), recommendation = \(recommendation), review_opinion = \(opinion),
        reviewed_on = \(context.today), version = version + 1, last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    context.record(
      "application.reviewed", .application(id), rules: verdict.ruleSet,
      facts: [
        "recommendation": .text(recommendation.rawValue), "verdict": .text(verdict.outcome.rawValue),
        "tests": .list(verdict.tests.map { .text("\($0.aspect.rawValue):\($0.result.rawValue):\($0.key)") }),
      ])
    return Done()
  }
}
