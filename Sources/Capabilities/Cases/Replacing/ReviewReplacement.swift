package import Kernel
import Localization
import Storage

/// 审查更换申请 · Gives the centre's opinion on a request for another undertaker, before the director decides.
/// Refuses the case's undertakers, who would judge themselves, which is written into the audit log.
package struct ReviewReplacement: Action {
  package static let permission = Permission.reviewReplacements
  package let aidCase: CaseID
  package let recommends: Bool
  package let opinion: String

  package init(aidCase: CaseID, recommends: Bool, opinion: String) {
    self.aidCase = aidCase
    self.recommends = recommends
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    let (replacement, next) = try context.replacement(found, .review)
    try context.requireNoInterest(in: found)
    guard !opinion.isEmpty else {
      throw Refusal("replacement.opinion", Text("请写明审查意见。", "Write the opinion."), field: "opinion")
    }
    try ReplacementTable.update(
      replacement.id,
      set: """
        state = \(next), reviewer = \(context.principal.user), reviewer_name = \(context.principal.name),
        recommends = \(recommends), review_opinion = \(opinion)
        """, in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.replacementReviewed", found.subject, rules: replacement.rules, facts: ["recommends": .flag(recommends)])
    return Done()
  }
}
