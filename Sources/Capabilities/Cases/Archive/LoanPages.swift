import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 借阅页 · The forms of lending: asking for a dossier, and deciding about it.
enum LoanPages {
  static let request = StepPage(
    path: .loan, permission: .lendArchives, title: Text("借阅档案", "Lend the dossier"),
    effect: Text(
      "登记后由中心主任或者案件质量监督人员审批；未成年人案件和封存的档案，由中心主任凭法定理由审批。",
      "The director or the quality supervisor then decides; a minor's or sealed file only the director, on a legal reason."
    ),
    load: { found, _, reader in
      (
        loans: try LoanTable.of(found.id, reader),
        organs: try ListEntryTable.words(.organs, in: found.county, reader)
      )
    },
    content: { _, known, form in
      .fragment {
        form(borrower)
        form(unitName.offering(known.organs))
        form(purpose)
        form(dueOn)
        form.submit(Text("登记借阅", "Ask for the loan"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        RequestLoan(
          aidCase: id, borrower: form.requiredText("borrower", borrower.label, max: 60),
          unitName: form.requiredText("unitName", unitName.label, max: 100),
          purpose: form.requiredText("purpose", purpose.label, max: 300, isMultiline: true),
          dueOn: form.requiredDay("dueOn", dueOn.label))
      }
      try await request.run(action)
    },
    isOpen: { found, known, _ in
      found.state == .archived && !known.loans.contains { [.requested, .lent].contains($0.state) }
    })

  static let decision = StepPage(
    path: .loanDecision, permission: .approveLoans, title: Text("审批借阅", "Decide about the loan"),
    effect: Text(
      "批准后可以提供带借阅人和日期水印的副本，只供查阅。",
      "Once approved, a copy to read is given, with borrower and day across every page."),
    load: { found, _, reader in try LoanTable.of(found.id, reader) },
    content: { _, loans, form in
      .fragment {
        if let loan = loans.first { facts(known(of: loan, form.language), in: form.language) }
        if loans.first?.isProtected == true {
          notice(
            Text("未成年人案件或者封存的档案：须写明法定理由。", "A minor's or sealed file: the legal reason is needed."), .soon,
            in: form.language)
        }
        form(legalReason)
        form.submit(Text("批准借阅", "Approve"), name: "result", value: "approve")
        form.submit(Text("不予借阅", "Refuse"), name: "result", value: "refuse", .plain)
      }
    },
    send: { id, request in
      let reason = try request.read { form in
        form.text("legalReason", legalReason.label, max: 500, isMultiline: true) ?? ""
      }
      try await request.run(
        DecideLoan(aidCase: id, isApproved: request.fields["result"] == "approve", legalReason: reason))
    },
    isOpen: { _, loans, _ in loans.first?.state == .requested })

  private static func known(of loan: Loan, _ language: Language) -> [Fact] {
    [
      Fact(Text("借阅人", "Borrower"), "\(loan.borrower) · \(loan.unitName)"),
      Fact(Text("借阅目的", "Purpose"), loan.purpose),
      Fact(Text("应还日期", "Due back on"), Format.day(loan.dueOn, language)),
      Fact(
        Text("登记", "Asked for by"), "\(loan.requestedByName) · \(Format.day(loan.requestedOn, language))"),
    ]
  }

  private static let borrower = Field("borrower", Text("借阅人", "Borrower"))
  private static let unitName = Field("unitName", Text("借阅人单位", "Borrower's organisation"))
  private static let purpose = Field("purpose", Text("借阅目的", "Purpose"), .textarea(rows: 2))
  private static let dueOn = Field(
    "dueOn", Text("应还日期", "Due back on"), .date,
    hint: Text("最长\(RequestLoan.longestDays)天。", "At most \(RequestLoan.longestDays) days."))
  private static let legalReason = Field(
    "legalReason", Text("法定理由和依据", "Legal reason"), .textarea(rows: 2),
    hint: Text(
      "未成年人案件和封存的档案必填，例如司法机关为办案需要查询。",
      "Needed for a minor's or sealed file, such as an organ of justice that needs it for a case."), required: false
  )
}
