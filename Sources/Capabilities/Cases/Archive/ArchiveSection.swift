import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 档案情况 · On a case's page: where the dossier stands, why it is kept so long, and every loan.
struct ArchiveSection: Sendable {
  let aidCase: AidCase
  let entry: ArchiveEntry?
  let loans: [Loan]
  let principal: Principal
  let today: Day

  init?(_ aidCase: AidCase, _ principal: Principal, _ today: Day, _ reader: any Reader) throws {
    guard aidCase.state == .archived, principal.holds(.viewArchive) else { return nil }
    self.aidCase = aidCase
    self.principal = principal
    self.today = today
    entry = try ArchiveTable.entry(of: aidCase.id, reader)
    loans = try LoanTable.of(aidCase.id, reader)
  }

  func html(_ tokens: FormTokens, in language: Language) -> HTML {
    sheet(Text("档案", "Archive"), in: language, id: "archive") {
      facts(known(language), in: language)
      if let loan = loans.first, loan.state == .lent, principal.holds(.lendArchives) {
        if !loan.isOverdue(on: today) {
          p {
            a(.href(CasePaths.loanCopy.path(aidCase.id))) {
              Text("带水印的查阅副本（PDF）", "Watermarked copy to read (PDF)")[language]
            }
          }
        }
        actionForm(CasePaths.loanReturn.path(aidCase.id), tokens, Text("登记归还", "Record the return"), in: language)
      }
      if !loans.isEmpty { dataTable(table(language), in: language) }
    }
  }

  var buttons: [(Text, CasePaths)] {
    if principal.holds(.approveLoans), loans.first?.state == .requested {
      return [(Text("审批借阅", "Decide about the loan"), .loanDecision)]
    }
    let isFree = !loans.contains { [.requested, .lent].contains($0.state) } && entry?.destroyedOn == nil
    return principal.holds(.lendArchives) && isFree ? [(Text("借阅", "Lend"), .loan)] : []
  }

  private func known(_ language: Language) -> [Fact] {
    let until = aidCase.archivedOn.flatMap { aidCase.retention?.keptUntil(archivedOn: $0) }
    let lines: [(Text, String?)] = [
      (Text("档案号", "Archive number"), aidCase.archiveNumber), (Text("柜架", "Shelf"), entry?.shelf),
      (Text("盒号", "Box"), entry?.box), (Text("保管期限", "Retention"), aidCase.retention?.name[language]),
      (Text("期限依据", "Ground of the retention"), entry?.ground?.name[language]),
      (Text("调整理由", "Why it differs"), entry?.reason),
      (Text("保管至", "Kept until"), until.map { Format.day($0, language) }),
      (Text("销毁日期", "Destroyed on"), entry?.destroyedOn.map { Format.day($0, language) }),
    ]
    return lines.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Text("借阅登记", "Loans"),
      columns: [
        Column(Text("借阅人", "Borrower")), Column(Text("目的", "Purpose")), Column(Text("应还日期", "Due back on")),
        Column(Text("审批人", "Decided by")), Column(Text("状态", "State")),
      ],
      rows: loans.map { loan in
        TableRow([
          .text("\(loan.borrower) · \(loan.unitName)"), .text(loan.purpose),
          numeral(Format.day(loan.dueOn, language)),
          .text([loan.decidedByName, loan.legalReason].compactMap(\.self).joined(separator: " · ")),
          loan.isOverdue(on: today)
            ? tag(Text("逾期未还", "Overdue")[language], .late) : tag(loan.state.name[language]),
        ])
      }, empty: Text("没有借阅。", "Never lent."))
  }
}
