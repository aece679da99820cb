package import Kernel
import Localization
import Storage

/// 核查 · Asks a department, a committee, a person or another centre about what an applicant said (程序规定 2012, 14, 28;
/// 法律援助法 41). Another centre gets the sealed letter F07, and under the rules of 2023 the clock stands still until it
/// answers. Refuses an empty question.
package struct SendVerification: Action {
  package static let permission = Permission.reviewApplication
  private let id: ApplicationID
  private let kind: VerificationKind
  private let addressee: String
  private let question: String

  package init(_ id: ApplicationID, _ kind: VerificationKind, to addressee: String, question: String) {
    self.id = id
    self.kind = kind
    self.addressee = addressee
    self.question = question
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.verify, from: application.state, by: context.principal)
    guard !addressee.isEmpty, !question.isEmpty else { throw Self.nothingAsked }
    let isExcluded = VerificationTime.isExcluded(kind, application.ruleSet)
    let query = try VerificationTable.insert(kind, addressee, question, of: id, isExcluded: isExcluded, in: context)
    if isExcluded {
      try context.pauseReview(application, source: query)
    }
    if kind == .otherCentre { try context.decideCooperation(application, to: addressee, content: question) }
    try context.move(application, to: state)
    context.record(
      "application.verification", .application(id), rules: application.ruleSet,
      basis: VerificationTime.basis(application.ruleSet),
      facts: ["kind": .text(kind.rawValue), "query": .text(query.description)])
    return Done()
  }

  private static let nothingAsked = Refusal(
    "verification.empty", Text("请写明向谁核查、核查什么。", "Say whom to ask, and what."), field: "question")
}

extension ActionContext {
  /// Writes an application's state, as its next version.
  func move(_ application: Application, to state: ApplicationState) throws {
    try tx.run(
      """
      UPDATE aid_application SET state = \(state), version = version + 1, last_event = \(eventNumber)
      WHERE id = \(application.id)
      """)
  }
}
