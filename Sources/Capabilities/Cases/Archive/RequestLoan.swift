package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 登记借阅 · Asks for the loan of an archived dossier: who, what for, until when. Refuses a file that is lent, asked for
/// or destroyed, and a time beyond 60 days (the product's default).
package struct RequestLoan: Action {
  package static let permission = Permission.lendArchives
  package static let longestDays = 60
  package let aidCase: CaseID
  package let borrower: String
  package let unitName: String
  package let purpose: String
  package let dueOn: Day

  package init(aidCase: CaseID, borrower: String, unitName: String, purpose: String, dueOn: Day) {
    self.aidCase = aidCase
    self.borrower = borrower
    self.unitName = unitName
    self.purpose = purpose
    self.dueOn = dueOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.archived(aidCase)
    try Refusals.check(refusals(found, context))
    let isProtected = try LoanTable.isProtected(found, context.tx)
    try LoanTable.insert(self, isProtected: isProtected, in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "archive.loanRequested", found.subject,
      basis: isProtected ? [LegalBasis(.criminalProcedure2018, "286")] : [],
      facts: ["dueOn": .day(dueOn), "isProtected": .flag(isProtected)])
    return Done()
  }

  private func refusals(_ found: AidCase, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if try ArchiveTable.entry(of: found.id, context.tx)?.destroyedOn != nil {
      refusals.append(.destroyed)
    }
    if let last = try LoanTable.of(found.id, context.tx).first, [.requested, .lent].contains(last.state) {
      refusals.append(
        Refusal(
          "loan.open",
          Text(
            "该档案“\(last.state.name.zh)”，办结后才能再借。",
            "The file has a loan “\(last.state.name.en)”: finish that one first.")))
    }
    if dueOn < context.today || context.today.days(until: dueOn) > Self.longestDays {
      refusals.append(
        Refusal(
          "loan.dueOn",
          Text(
            "归还日期应在今天至\(Self.longestDays)天之内。",
            "The return is due between today and \(Self.longestDays) days from now."),
          field: "dueOn"))
    }
    return refusals
  }
}
