import Kernel
import Localization
import Storage
import Web
import WorkCalendar

/// 档案待办 · What waits in the archive: loans to be decided, loans that are due or overdue, an appraisal to be approved.
enum ArchiveWorkItems {
  static let all = [
    WorkItemSource(key: "archive.loanDecision", permission: .approveLoans) { reader, principal, _ in
      try LoanTable.waiting(.requested, for: principal, reader)
        .filter { !$0.loan.isProtected || principal.has(.director) }
        .map { item(Text("待审批借阅", "A loan to be decided"), $0, at: .loanDecision) }
    },
    WorkItemSource(key: "archive.overdue", permission: .lendArchives) { reader, principal, today in
      try LoanTable.waiting(.lent, dueBefore: today.adding(days: 1), for: principal, reader)
        .map { item(Text("借阅到期，待归还", "A loan is due back"), $0, at: .page) }
    },
    WorkItemSource(key: "archive.appraisal", permission: .approveDestruction) { reader, principal, _ in
      try AppraisalTable.all(principal.county, reader).prefix(1)
        .filter { one in
          [.proposed, .approvedOnce].contains(one.state) && one.firstBy != principal.user
        }
        .map { one in
          WorkItem(
            title: Text("待审批档案鉴定", "An appraisal to be approved"), about: one.madeByName, detail: one.state.name,
            path: AppraisalPage.path.path())
        }
    },
  ]

  private static func item(
    _ title: Text, _ waiting: (loan: Loan, archiveNumber: String), at path: CasePaths
  ) -> WorkItem {
    let loan = waiting.loan
    return WorkItem(
      title: title, about: "\(loan.borrower) · \(loan.unitName)",
      detail: loan.isProtected ? Text("未成年人案件或者封存的档案", "A minor’s or sealed file") : loan.state.name,
      number: waiting.archiveNumber, dueOn: loan.dueOn, path: path.path(loan.aidCase))
  }
}
