import Kernel
import Localization
import Paper
import Storage
import WorkCalendar

/// 借阅副本 · The view-only copy of a lent dossier: the bound volume with borrower and day across every page.
struct LoanCopy: Sendable {
  let dossier: Dossier
  let loan: Loan

  /// Refuses a file that is not lent, or whose time is up.
  init(_ id: CaseID, _ principal: Principal, _ services: Services, _ reader: any Reader) throws {
    let found = try CaseTable.one(id, for: principal, reader)
    guard let loan = try LoanTable.of(id, reader).first, loan.state == .lent else { throw Refusal.notFound }
    guard !loan.isOverdue(on: services.clock.today) else { throw Self.overdue }
    self.loan = loan
    dossier = try Dossier(found, services, reader)
  }

  static let overdue = Refusal(
    "archive.loanOverdue",
    Text(
      "借阅期限已过，不再提供副本。请登记归还；还需要查阅的，重新办理借阅。",
      "The loan's time is up, so there is no copy to read. Record its return; ask for a new loan where one is needed."
    ))

  func pdf() async throws -> [UInt8] {
    let day = loan.decidedOn ?? loan.requestedOn
    let words = "仅供\(loan.borrower)查阅 \(day) 不得复制、外传"
    return try await PaperPress().watermark(dossier.bound(), words, createdAt: Instant(day).seconds)
  }
}
