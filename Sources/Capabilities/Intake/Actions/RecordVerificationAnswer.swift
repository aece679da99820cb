package import Kernel
import Localization
package import Storage

/// 核查答复 · Records what came of a query; with the last one the review goes on, and with it the clock. That nothing came
/// is an answer too. Refuses a query that is answered already.
package struct RecordVerificationAnswer: Action {
  package static let permission = Permission.reviewApplication
  private let id: ApplicationID
  private let query: UUIDv7
  private let answer: String

  package init(_ id: ApplicationID, _ query: UUIDv7, answer: String) {
    self.id = id
    self.query = query
    self.answer = answer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let open = try VerificationTable.open(id, context.tx)
    let isLast = open.allSatisfy { $0.id == query }
    let state = try ApplicationLifecycle.table.next(
      isLast ? .endVerification : .recordAnswer, from: application.state, by: context.principal)
    guard open.contains(where: { $0.id == query }), !answer.isEmpty else { throw Self.answered }
    try context.tx.run(
      """
      UPDATE verification SET answer = \(answer), answered_on = \(context.today), last_event = \(context.eventNumber)
      WHERE id = \(query)
      """)
    try context.resumeReview(application, source: query)
    try context.move(application, to: state)
    context.record(
      "application.verified", .application(id), rules: application.ruleSet,
      facts: ["query": .text(query.description)])
    return Done()
  }

  private static let answered = Refusal(
    "verification.answered",
    Text("请选择还没有答复的核查并写明结果。", "Choose a query that is not answered yet, and state its result."),
    field: "query")
}
