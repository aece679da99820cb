package import Kernel
import Localization

/// 岗位分离 · Separation of duties at intake: who reviewed may not approve, and whoever has an interest takes no part.
/// Both refusals are written into the audit log.
package enum SeparationRules {
  /// Says no when the approver is among the reviewers of the same application.
  package static func refusal<Person: Hashable>(reviewers: Set<Person>, approver: Person) -> Refusal? {
    reviewers.contains(approver) ? reviewerMayNotApprove : nil
  }

  package static let reviewerMayNotApprove = Refusal(
    "separation.reviewer-approves",
    Text(
      "审查人和审批人不能是同一人，请由中心其他负责人审批。",
      "The reviewer and the approver may not be the same person: another head of the centre approves."),
    basis: [LegalBasis(.forms2013, ""), LegalBasis(.forms2023, "")], isAudited: true)

  package static let interestedMustRecuse = Refusal(
    "separation.interested",
    Text(
      "您是本案当事人、当事人的近亲属或者有其他利害关系，应当回避，请转交其他人办理。",
      "You are a party, a party's near relative or otherwise interested: recuse yourself and hand it to somebody else."
    ),
    basis: [LegalBasis(.hangzhou, "39")], isAudited: true)

  package static let entries = [
    RuleEntry(
      "S1", .separation, Text("审查人不得审批同一申请", "The reviewer of an application does not approve it"),
      basis: reviewerMayNotApprove.basis,
      note: Text("审批（审查）表分设审查意见和审批意见两处签名。", "The review form has two separate signatures.")),
    RuleEntry(
      "S2", .separation, Text("有利害关系的审查人、审批人应当回避", "An interested reviewer or approver recuses"),
      basis: interestedMustRecuse.basis, isVerified: false,
      note: Text("国家没有统一规定，本产品默认采用杭州市的规定。", "No national rule; the product adopts Hangzhou's as its default.")),
  ]
}
