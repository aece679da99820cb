package import Kernel
import Localization
import Storage

/// 审批借阅 · Approves or refuses a loan. Not by whoever asked for it; a minor's or sealed file only by the director, and
/// with the legal reason (刑事诉讼法 286; 未成年人保护法 103).
package struct DecideLoan: Action {
  package static let permission = Permission.approveLoans
  package let aidCase: CaseID
  package let isApproved: Bool
  package let legalReason: String

  package init(aidCase: CaseID, isApproved: Bool, legalReason: String = "") {
    self.aidCase = aidCase
    self.isApproved = isApproved
    self.legalReason = legalReason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.archived(aidCase)
    let (loan, next) = try context.loan(of: found, isApproved ? .approve : .refuse)
    try Refusals.check(refusals(loan, context))
    try LoanTable.update(
      loan,
      set: """
        state = \(next), decided_by_name = \(context.principal.name), decided_on = \(context.today),
        legal_reason = \(legalReason.isEmpty ? nil : legalReason)
        """, in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      isApproved ? "archive.loanApproved" : "archive.loanRefused", found.subject,
      basis: loan.isProtected ? [LegalBasis(.criminalProcedure2018, "286")] : [], facts: ["dueOn": .day(loan.dueOn)]
    )
    return Done()
  }

  private func refusals(_ loan: Loan, _ context: ActionContext) -> [Refusal] {
    var refusals: [Refusal] = []
    if loan.requestedBy != nil, loan.requestedBy == context.principal.user {
      refusals.append(
        Refusal(
          "loan.own", Text("登记借阅的人不能审批，请由他人办理。", "Who asked for the loan may not approve it."), isAudited: true))
    }
    guard loan.isProtected, isApproved else { return refusals }
    if !context.principal.has(.director) {
      refusals.append(
        Refusal(
          "loan.director",
          Text("未成年人案件和封存的档案，由中心主任审批借阅。", "A minor's or sealed file is lent by the director only."),
          basis: [LegalBasis(.criminalProcedure2018, "286")], isAudited: true))
    }
    if legalReason.isEmpty {
      refusals.append(
        Refusal(
          "loan.legalReason",
          Text("请写明依法可以查阅的理由和依据。", "Give the legal reason for which it may be read."), field: "legalReason",
          basis: [LegalBasis(.criminalProcedure2018, "286")]))
    }
    return refusals
  }
}
