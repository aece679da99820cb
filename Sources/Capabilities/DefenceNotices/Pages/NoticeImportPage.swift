import Cases
import Intake
import Kernel
import Localization
import Markup
import Registry
import Sheets
import Storage
import Web
import WorkCalendar

/// 导入通知页 · An organ's list is sent as a file; what is wrong with it is told row by row, what became of it after.
enum NoticeImportPage {
  static let title = Text("导入通知清单", "Import a list of notices")
  static let templateTitle = Text("通知清单模板", "Template of a list of notices")
  private static let file = Field(
    "file", Text("通知清单", "List of notices"), .file(accept: ".csv,.xlsx", multiple: false),
    hint: Text(
      "CSV或者XLSX，第一行是列名。全部无误才登记，已经登记的不重复登记。",
      "CSV or XLSX, the names of the columns in its first line. Nothing is registered unless all of it is in order; what is on record already is not registered twice."
    ))
  /// More are not read at once.
  private static let mostShown = 100

  static func html(
    _ request: WebRequest, _ state: FormState, _ frame: Frame, _ townships: [String], _ report: NoticeImportReport?
  ) -> HTML {
    let language = request.language
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(NoticeListPage.title[language], path: NoticePaths.list), Crumb(title[language])], in: language),
        actions: [linkButton(Text("下载模板", "Download the template"), to: NoticePaths.template, in: language)])
      errorSummary(state.formErrors, in: language)
      if let report { outcome(report, language) }
      columns {
        sheet(in: language) {
          postForm(NoticePaths.importing, state.tokens(), uploads: true, changed: state.isReturned, in: language) {
            field(file, errors: Array(state.errors("file").prefix(1)), in: language)
            submitButton(title, in: language)
          }
        }
      } beside: {
        sheet(Text("列名", "Columns"), in: language) {
          facts(NoticeColumns.all(townships: townships).map { fact($0, language) }, in: language)
        }
      }
    }
  }

  private static func fact(_ column: Field, _ language: Language) -> Fact {
    let isNeeded = NoticeColumns.needed.contains { $0.name == column.name }
    let may = isNeeded ? Text("必填", "Needed") : Text("选填", "Optional")
    let words = column.offered ?? column.hint ?? Text("照实填写", "As it is")
    return Fact(column.label, Text("\(may.zh)：\(words.zh)", "\(may.en): \(words.en)")[language])
  }

  private static func outcome(_ report: NoticeImportReport, _ language: Language) -> HTML {
    let (new, known) = (report.registered.count, report.known.count)
    return .fragment {
      Web.notice(
        Text(
          "清单共\(report.rows)行：新登记\(new)件，已经登记过\(known)件。",
          "\(report.rows) rows: \(new) registered now, \(known) on record before."), new > 0 ? .good : .plain,
        in: language)
      if new > 0 { list(report.registered, Text("新登记", "Registered now"), language) }
      if known > 0 { list(report.known, Text("已经登记过，没有重复登记", "On record before, not registered twice"), language) }
    }
  }

  private static func list(_ listed: [ListedNotice], _ title: Text, _ language: Language) -> HTML {
    sheet(title, in: language) {
      ul {
        for one in listed {
          li {
            Text("第\(one.line)行 ", "Row \(one.line) ")[language]
            a(.class("num"), .href("/cases/\(one.aidCase)")) { one.number }
          }
        }
      }
    }
  }

  static let routes: [Route] = [
    .page(PathPattern(NoticePaths.importing), .registerNotices, title) { request in
      html(request, .fresh(request), try await request.frame(), try await townships(request), nil)
    },
    Route(
      .post, PathPattern(NoticePaths.importing), .registerNotices, title, kind: .form, answersStaleForms: true
    ) { request in
      let townships = try await townships(request)
      return try await FormExchange.answer(
        request, page: { html($0, $1, try await $0.frame(), townships, nil) },
        submit: { request in
          let report = try await send(request)
          return .page(html(request, .fresh(request), try await request.frame(), townships, report))
        })
    },
    .file(PathPattern(NoticePaths.template), .registerNotices, templateTitle) { request in
      let sheet = Sheets.Sheet(
        title: templateTitle,
        columns: NoticeColumns.all(townships: []).map { Sheets.Column($0.name, $0.label) })
      return .file(
        try XLSXWriter.bytes(
          sheet, language: request.language, created: request.services.clock.now().milliseconds / 1000),
        name: "\(templateTitle[request.language]).xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    },
  ]

  private static func send(_ request: WebRequest) async throws -> NoticeImportReport {
    let report = try await NoticeImport.run(
      try list(request), as: request.requirePrincipal(), runner: request.runner, request.submission)
    try Refusals.check(refusals(report.faults))
    return report
  }

  private static func list(_ request: WebRequest) throws -> ImportFile {
    let upload = try request.read { form in read(&form, file) }
    guard let upload else { throw Refusal.notFound }
    return ImportFile(try upload.bytes())
  }

  /// What was sent in a field, where it can be a list at all.
  static func read(_ form: inout FieldReader, _ field: Field) -> Upload? {
    let types = Set(FileType.allCases)
    let upload =
      field.isRequired
      ? form.requiredFile(field.name, field.label, types) : form.file(field.name, field.label, types)
    if let upload, ![.text, .zip, .office].contains(upload.type) {
      form.refuse(
        "file-type", at: field.name,
        Text("请上传CSV或者XLSX表格，可以先下载模板填写。", "Send a CSV or XLSX table; the template can be filled in."))
    }
    return upload
  }

  static func refusals(_ faults: [ImportFault]) -> [Refusal] {
    let shown = faults.prefix(mostShown).map { fault in
      let column = fault.column.isEmpty ? "" : "“\(fault.column)”"
      let (zh, en) = fault.value.isEmpty ? ("", "") : ("（\(fault.value)）", " (\(fault.value))")
      return Refusal(
        "import.\(fault.key)",
        Text(
          "第\(fault.line)行\(column)\(zh)：\(fault.reason.zh)", "Row \(fault.line) \(column)\(en): \(fault.reason.en)"
        ),
        field: "file")
    }
    guard faults.count > mostShown else { return shown }
    let more = faults.count - mostShown
    return shown + [
      Refusal(
        "import.more", Text("另有\(more)处，改正以上各处后再导入。", "And \(more) more: put these right, then send it again."),
        field: "file")
    ]
  }

  private static func townships(_ request: WebRequest) async throws -> [String] {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try AgencyTable.townships(county, $0) }
  }
}
