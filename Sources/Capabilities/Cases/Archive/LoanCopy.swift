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
    guard let loan = try LoanTable.of(id, reader).first, loan.state == .lent,
      !loan.isOverdue(on: services.clock.today)
    else {
      throw Self.notLent
    }
    self.loan = loan
    dossier = try Dossier(found, services, reader)
  }

  static let notLent = Refusal(
    "archive.notLent",
    Text(
      "这份档案现在没有借出，或者借阅期限已过，不提供副本。需要的，请重新办理借阅。",
      "This file is not lent now, or its time is up, so there is no copy to read. Ask for a new loan where one is needed."
    ))

  func pdf() async throws -> [UInt8] {
    let day = loan.decidedOn ?? loan.requestedOn
    let words = "仅供\(loan.borrower)查阅 \(day) 不得复制、外传"
    return try await PaperPress().watermark(dossier.bound(), words, createdAt: Instant(day).seconds)
  }
}
