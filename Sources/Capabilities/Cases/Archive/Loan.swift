package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 借阅状态 · Loan state.
package enum LoanState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case requested, lent, refused, returned

  package var name: Text {
    switch self {
    case .requested: Text("待审批", "To be approved")
    case .lent: Text("借出", "Lent")
    case .refused: Text("不予借阅", "Refused")
    case .returned: Text("已归还", "Returned")
    }
  }
}

package enum LoanStep: String, Sendable, Hashable, CaseIterable {
  case approve, refuse, takeBack

  package var name: Text {
    switch self {
    case .approve: Text("批准借阅", "Approve the loan")
    case .refuse: Text("不予借阅", "Refuse the loan")
    case .takeBack: Text("登记归还", "Record the return")
    }
  }
}

/// 借阅流程 · Loan lifecycle: asked for at the archive, approved, lent, returned.
package enum LoanLifecycle {
  package static let table = Lifecycle<LoanState, LoanStep>(
    "loan", Text("档案借阅流程", "Loan lifecycle"), state: \.name, step: \.name,
    [
      .init([.requested], .approve, .lent, .approveLoans), .init([.requested], .refuse, .refused, .approveLoans),
      .init([.lent], .takeBack, .returned, .lendArchives),
    ])
}

/// 档案借阅 · Loan: who borrows which dossier, what for, until when, and who approved it.
package struct Loan: Sendable {
  package let id: UUIDv7
  package let aidCase: CaseID
  package let state: LoanState
  package let borrower: String
  package let unitName: String
  package let purpose: String
  package let isProtected: Bool
  package let dueOn: Day
  package let requestedBy: UserID?
  package let requestedByName: String
  package let requestedOn: Day
  package let decidedByName: String?
  package let decidedOn: Day?
  package let legalReason: String?
  package let returnedOn: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    aidCase = try row.get("aid_case")
    state = try row.get("state")
    borrower = try row.get("borrower")
    unitName = try row.get("unit_name")
    purpose = try row.get("purpose")
    isProtected = try row.get("is_protected")
    dueOn = try row.get("due_on")
    requestedBy = try row.get("requested_by")
    requestedByName = try row.get("requested_by_name")
    requestedOn = try row.get("requested_on")
    decidedByName = try row.get("decided_by_name")
    decidedOn = try row.get("decided_on")
    legalReason = try row.get("legal_reason")
    returnedOn = try row.get("returned_on")
  }

  package func isOverdue(on day: Day) -> Bool { state == .lent && dueOn < day }
}
