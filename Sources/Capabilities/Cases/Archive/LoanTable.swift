import Intake
package import Kernel
import Localization
import Registry
package import Storage
import WorkCalendar

package enum LoanTable {
  private static let columns: SQL =
    """
    archive_loan.id, archive_loan.aid_case, archive_loan.state, borrower, unit_name, purpose, is_protected, due_on,
    requested_by, requested_by_name, requested_on, decided_by_name, decided_on, legal_reason, returned_on
    """

  /// Every loan of a case, the latest first.
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [Loan] {
    try reader.rows(
      "SELECT \(columns) FROM archive_loan WHERE aid_case = \(aidCase) ORDER BY archive_loan.id DESC"
    ).map(Loan.init)
  }

  /// 待办 · Loans in a state with their archive number, the most urgent first. Of a sealed file nothing else is told.
  static func waiting(
    _ state: LoanState, dueBefore day: Day? = nil, for principal: Principal, _ reader: any Reader
  ) throws -> [(loan: Loan, archiveNumber: String)] {
    var condition: SQL = "\(principal.scope("aid_case")) AND archive_loan.state = \(state)"
    if let day { condition += " AND due_on < \(day)" }
    return try reader.rows(
      """
      SELECT \(columns), aid_case.archive_number FROM archive_loan JOIN aid_case ON aid_case.id = archive_loan.aid_case
      WHERE archive_loan.county = \(principal.county) AND \(condition) ORDER BY due_on, archive_loan.id LIMIT \(WorkItemSource.most)
      """
    ).map { row in (try Loan(row), try row.get("archive_number", as: String?.self) ?? "") }
  }

  /// Whether the file is a minor's or sealed: then only the director lends it, on a legal reason (刑事诉讼法 286).
  static func isProtected(_ aidCase: AidCase, _ reader: any Reader) throws -> Bool {
    if aidCase.protection.flags.contains(.minor) || aidCase.groups.contains(.minor) { return true }
    return try !ConcealmentTable.of(aidCase.matter, in: aidCase.county, reader).isEmpty
  }

  static func insert(_ asked: RequestLoan, isProtected: Bool, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO archive_loan (id, county, aid_case, state, borrower, unit_name, purpose, is_protected, due_on,
        requested_by, requested_by_name, requested_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(asked.aidCase), \(LoanState.requested), \(asked.borrower),
        \(asked.unitName), \(asked.purpose), \(isProtected), \(asked.dueOn), \(context.principal.user),
        \(context.principal.name), \(context.today), \(context.eventNumber))
      """)
  }

  static func update(_ loan: Loan, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE archive_loan SET \(changes), last_event = \(context.eventNumber)
      WHERE id = \(loan.id) AND county = \(context.county)
      """)
  }
}

extension ActionContext {
  /// The loan of a case that a step is about, and where the step leads it.
  func loan(of found: AidCase, _ step: LoanStep) throws -> (loan: Loan, next: LoanState) {
    guard let loan = try LoanTable.of(found.id, tx).first else { throw Refusal.notFound }
    return (loan, try LoanLifecycle.table.next(step, from: loan.state, by: principal))
  }

  /// An archived case as it was shown.
  func archived(_ id: CaseID) throws -> AidCase {
    let found = try CaseTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    guard found.state == .archived else {
      throw Refusal(
        "archive.notArchived",
        Text("案件还没有归档，不能借阅。", "The case is not archived yet: it cannot be lent."))
    }
    return found
  }
}
