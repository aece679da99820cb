package import Kernel
import Localization
import Storage

/// 延长审查期限 · Decides that the time of the queries still open does not count, from today until they are answered
/// (程序规定 2012, 14: 适当延长). Refuses under later rules, an empty opinion, and a second time for the same queries.
package struct ExtendReview: Action {
  package static let permission = Permission.approveApplication
  private let id: ApplicationID
  private let opinion: String

  package init(_ id: ApplicationID, opinion: String) {
    self.id = id
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.extendReview, from: application.state, by: context.principal)
    let open = try VerificationTable.open(id, context.tx).filter { !$0.isExcluded }
    if let refusal = Self.refusal(application.ruleSet, open) { throw refusal }
    guard !opinion.isEmpty else { throw Refusal.opinionMissing }
    for query in open {
      try context.pauseReview(application, source: query.id)
      try context.tx.run(
        "UPDATE verification SET is_excluded = \(true), last_event = \(context.eventNumber) WHERE id = \(query.id)")
    }
    try StepNoteTable.insert(.extension, opinion, of: id, in: context)
    try context.move(application, to: state)
    context.record(
      "application.extended", .application(id), rules: application.ruleSet,
      basis: VerificationTime.basis(application.ruleSet))
    return Done()
  }

  /// Why there is nothing to extend; `open`: the queries whose time still counts.
  static func refusal(_ rules: RuleSet, _ open: [Verification]) -> Refusal? {
    VerificationTime.mayBeExtended(rules) && !open.isEmpty ? nil : notExtended
  }

  private static let notExtended = Refusal(
    "application.notExtended",
    Text(
      "没有可以延长的核查时间：2012年规则下有尚未答复且仍计入期限的核查时，才能决定延长。",
      "There is nothing to extend: only under the rules of 2012, and while a query is open whose time still counts."
    ))
}
