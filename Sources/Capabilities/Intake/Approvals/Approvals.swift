package import Kernel
package import Storage
package import WorkCalendar

/// 待审批数 · Approvals: how many applications stand on the director's list of approvals, and how many of them are
/// overdue; those he has to leave to another stand there too, with the reason.
package enum Approvals {
  package static let path = ApprovalsPage.path

  /// Nil for whoever approves nothing.
  package static func waiting(
    for principal: Principal, on today: Day, _ reader: any Reader
  ) throws -> (count: Int, overdue: Int)? {
    guard principal.holds(.approveApplication) else { return nil }
    return try PendingApproval.count(for: principal, on: today, reader)
  }
}
