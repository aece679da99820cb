import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 鉴定销毁页 · What is past its time, the appraisal under way with its next step, and those before it.
struct AppraisalPage: Sendable {
  static let path: PathPattern = "/archive/appraisal"
  static let title = Text("档案鉴定与销毁", "Appraisal and destruction")

  let expired: [AppraisedFile]
  let appraisals: [Appraisal]
  let files: [AppraisedFile]
  let principal: Principal

  static func routes() -> [Route] {
    Route.list(
      path, .viewArchive, title,
      { request, state in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        return try await request.services.database.read { reader in
          let appraisals = try AppraisalTable.all(principal.county, reader)
          return AppraisalPage(
            expired: try AppraisalTable.expired(on: today, for: principal, reader), appraisals: appraisals,
            files: try appraisals.first.map { try AppraisalTable.files(of: $0, reader) } ?? [], principal: principal
          )
        }.list(
          FormView(
            state: state, language: request.language, query: request.query, principal: principal,
            today: request.today), request)
      }, submit: submit)
  }

  @Sendable private static func submit(_ request: WebRequest) async throws -> String {
    switch AppraisalStep(rawValue: request.fields["step"]) {
    case .approve: try await request.run(DecideAppraisal(isApproved: true))
    case .reject: try await request.run(DecideAppraisal(isApproved: false))
    case .carryOut:
      try await request.run(
        try request.read { CarryOutAppraisal(witness: $0.requiredText("witness", witness.label, max: 60)) })
    case nil:
      let chosen = Set(request.fields.values("destroyed").prefix(200).compactMap { CaseID($0) })
      try await request.run(
        try request.read {
          AppraiseArchive(
            opinion: $0.requiredText("opinion", opinion.label, max: 2_000, isMultiline: true), destroyed: chosen)
        })
    }
    return path.path()
  }

  private var open: Appraisal? { appraisals.first.flatMap { $0.state.isOpen ? $0 : nil } }
  private var choosing: Bool { open == nil && principal.holds(.archiveCases) }

  /// The dossiers of the appraisal under way, or those past their time.
  private func list(_ form: FormView, _ request: WebRequest) -> ListPage {
    let (language, table) = (form.language, table(open == nil ? expired : files, form))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) { body(table, form, listActions(request)) }
    }
  }

  private func body(_ table: DataTable, _ form: FormView, _ actions: [HTML]) -> HTML {
    let language = form.language
    let crumbs = breadcrumbs(
      [
        Crumb(ArchivePage.title[language], path: ArchivePage.path.path()), Crumb(Self.title[language]),
      ], in: language)
    return .fragment {
      pageHead(Self.title[language], crumbs: crumbs, actions: actions)
      errorSummary(form.state.formErrors, in: language)
      if let open {
        sheet(Text("正在办理的鉴定", "The appraisal under way"), in: language) { underWay(open, table, form) }
      } else {
        sheet(Text("到期的档案", "Past their time"), in: language) { proposal(table, form) }
      }
      if !appraisals.isEmpty {
        sheet(Text("鉴定登记", "Appraisals"), in: language, flush: true) { dataTable(register(language), in: language) }
      }
    }
  }

  private func proposal(_ table: DataTable, _ form: FormView) -> HTML {
    let language = form.language
    guard choosing, !expired.isEmpty else { return dataTable(table, in: language) }
    return .fragment {
      p(.class("soft")) {
        Text(
          "勾选拟销毁的档案，没有勾选的续存。鉴定意见经两名不同的人批准后才执行，系统不会自动删除。",
          "Tick what is to be destroyed; the rest is kept on. Two different people approve first; nothing is deleted by itself."
        )[language]
      }
      postForm(Self.path.path(), form.state.tokens(), in: language) {
        div(.id("destroyed")) { dataTable(table, in: language) }
        form(Self.opinion)
        form.submit(Text("提交鉴定意见", "Submit the appraisal"))
      }
    }
  }

  private func underWay(_ open: Appraisal, _ table: DataTable, _ form: FormView) -> HTML {
    let language = form.language
    return .fragment {
      p { open.opinion }
      facts(
        [
          Fact(Text("状态", "State"), open.state.name[language]),
          Fact(Text("鉴定人", "Appraised by"), "\(open.madeByName) · \(Format.day(open.madeOn, language))"),
          Fact(
            Text("批准", "Approved by"),
            open.firstByName == nil
              ? "—" : Format.list([open.firstByName, open.secondByName].compactMap(\.self), language)),
        ], in: language)
      dataTable(table, in: language)
      if AppraisalLifecycle.table.allowed(from: open.state, by: principal).contains(.approve) {
        postForm(Self.path.path(), form.state.tokens(version: open.version), in: language) {
          form.submit(Text("批准", "Approve"), name: "step", value: AppraisalStep.approve.rawValue)
          form.submit(Text("退回", "Reject"), name: "step", value: AppraisalStep.reject.rawValue, .plain)
        }
      }
      if AppraisalLifecycle.table.allowed(from: open.state, by: principal).contains(.carryOut) {
        postForm(Self.path.path(), form.state.tokens(version: open.version), in: language) {
          form(Self.witness)
          form.submit(Text("登记已销毁", "Record the destruction"), name: "step", value: AppraisalStep.carryOut.rawValue)
        }
      }
    }
  }

  private func table(_ files: [AppraisedFile], _ form: FormView) -> DataTable {
    let (language, choosing) = (form.language, choosing)
    let chosen = form.state.values("destroyed")
    return DataTable(
      Text("鉴定的档案", "Dossiers appraised"),
      columns: (choosing ? [Column(Text("拟销毁", "To be destroyed"), unseen: true)] : []) + [
        Column(Text("档案号", "Archive number")), Column(Text("归档日期", "Archived on")),
        Column(Text("保管期限", "Retention")),
        Column(Text("鉴定意见", "Opinion")),
      ],
      rows: files.enumerated().map { index, file in
        let value = file.aidCase.description
        let choice = rowChoice(
          "destroyed", value, at: index, isChosen: chosen.contains(value),
          Text("销毁\(file.archiveNumber)", "Destroy \(file.archiveNumber)"), in: language)
        return TableRow(
          (choosing ? [choice] : []) + [
            a(.class("num"), .href(CasePaths.page.path(file.aidCase))) { file.archiveNumber },
            numeral(file.archivedOn.map { Format.day($0, language) } ?? "—"),
            .text(file.retention?.name[language] ?? "—"), .text(Self.verdict(file)[language]),
          ])
      }, empty: Text("没有到期的档案。", "No dossier is past its time."))
  }

  private func register(_ language: Language) -> DataTable {
    DataTable(
      Text("鉴定登记", "Appraisals"),
      columns: [
        Column(Text("日期", "Day")), Column(Text("鉴定人", "Appraised by")), Column(Text("批准", "Approved by")),
        Column(Text("监销人", "Watched by")), Column(Text("状态", "State")),
      ],
      rows: appraisals.map { one in
        TableRow([
          numeral(Format.day(one.madeOn, language)), .text(one.madeByName),
          .text(Format.list([one.firstByName, one.secondByName].compactMap(\.self), language)),
          .text(one.witness ?? "—"), tag(one.state.name[language], one.state == .carriedOut ? .good : .plain),
        ])
      }, empty: Text("还没有鉴定。", "None so far."))
  }

  private static func verdict(_ file: AppraisedFile) -> Text {
    switch file.isDestroyed {
    case true?: Text("销毁", "Destroy")
    case false?: Text("续存", "Keep on")
    case nil: Text("待鉴定", "To be appraised")
    }
  }

  private static let opinion = Field("opinion", Text("鉴定意见", "Opinion"), .textarea(rows: 4))
  private static let witness = Field("witness", Text("监销人", "Watched by"))
}
