package import Kernel
import Storage

/// 归还档案 · Records that a lent dossier came back.
package struct ReturnLoan: Action {
  package static let permission = Permission.lendArchives
  package let aidCase: CaseID

  package init(aidCase: CaseID) { self.aidCase = aidCase }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.archived(aidCase)
    let (loan, next) = try context.loan(of: found, .takeBack)
    try LoanTable.update(loan, set: "state = \(next), returned_on = \(context.today)", in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "archive.loanReturned", found.subject,
      facts: ["dueOn": .day(loan.dueOn), "isLate": .flag(loan.isOverdue(on: context.today))])
    return Done()
  }
}
