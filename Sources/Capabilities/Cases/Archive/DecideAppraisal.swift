package import Kernel
import Localization
import Storage

/// 审批档案鉴定 · Approves or rejects an appraisal. Two different people approve, and neither made it.
package struct DecideAppraisal: Action {
  package static let permission = Permission.approveDestruction
  package let isApproved: Bool

  package init(isApproved: Bool) { self.isApproved = isApproved }

  package func perform(in context: ActionContext) throws -> Done {
    let (appraisal, next) = try context.openAppraisal(isApproved ? .approve : .reject)
    let user = context.principal.user
    if isApproved, user == appraisal.madeBy || user == appraisal.firstBy {
      throw Refusal(
        "appraisal.samePerson",
        Text(
          "鉴定人不能审批，两次审批须由不同的人办理。",
          "Who made it may not approve it, and the two approvals are of two people."), isAudited: true)
    }
    let name = context.principal.name
    let approval: SQL =
      !isApproved
      ? ""
      : next == .approvedOnce
        ? ", first_by = \(user), first_by_name = \(name), first_on = \(context.today)"
        : ", second_by = \(user), second_by_name = \(name), second_on = \(context.today)"
    try AppraisalTable.update(appraisal, set: "state = \(next)\(approval)", in: context)
    context.record(
      isApproved ? "archive.appraisalApproved" : "archive.appraisalRejected", appraisal.subject,
      facts: ["state": .text(next.rawValue)])
    return Done()
  }
}
