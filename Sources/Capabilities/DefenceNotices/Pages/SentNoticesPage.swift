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

/// 登记发出数页 · How many notices an organ says it sent in a month: the number, or its list.
enum SentNoticesPage {
  static let title = Text("登记办案机关发出数", "Record what the organ sent")
  private static let count = Field(
    "count", Text("发出件数", "How many it sent"), .number, hint: Text("有清单的可以不填。", "Not needed with a list."),
    required: false)
  private static let file = Field(
    "file", Text("发出清单", "The organ’s list"), .file(accept: ".csv,.xlsx", multiple: false),
    hint: Text(
      "CSV或者XLSX，列名与导入通知清单的模板相同；必须有办案机关案号、办案阶段、姓名三列。",
      "CSV or XLSX with the columns of the template for importing notices; the organ’s number, the stage and the name are needed."
    ), required: false)

  static let routes = Route.form(
    PathPattern(NoticePaths.sent), .registerNotices, title,
    page: { request, state in
      let principal = try request.requirePrincipal()
      let organs = try await request.services.database.read {
        try ListEntryTable.words(.organs, in: principal.county, $0)
      }
      return html(request, state, organs, try await request.frame())
    },
    submit: { request in
      let action = try read(request)
      try await request.run(action)
      return ReconciliationPage.path(NoticePaths.reconciliation, action.month, action.organ)
    })

  private static func html(
    _ request: WebRequest, _ state: FormState, _ organs: [String], _ frame: Frame
  ) -> HTML {
    let language = request.language
    let usual = ["organ": [request.query["organ"]], "month": [request.query["month"]]]
    let ask = NoticeAsking(state: state, usual: usual, language: language)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [
            Crumb(NoticeListPage.title[language], path: NoticePaths.list),
            Crumb(ReconciliationPage.title[language], path: NoticePaths.reconciliation), Crumb(title[language]),
          ], in: language),
        actions: [linkButton(Text("下载模板", "Download the template"), to: NoticePaths.template, in: language)])
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(NoticePaths.sent, state.tokens(), uploads: true, changed: state.isReturned, in: language) {
          ask(NoticeFields.organ(organs))
          ask(NoticeMonth.field(until: request.today))
          ask(count)
          field(file, errors: Array(state.errors("file").prefix(1)), in: language)
          submitButton(title, in: language)
        }
      }
    }
  }

  private static func read(_ request: WebRequest) throws -> RecordSentNotices {
    let (organ, month, typed, upload) = try request.read { form in
      let organ = form.requiredText("organ", NoticeFields.organ([]).label, max: 100)
      let month = NoticeMonth.field(until: request.today)
      let chosen = form.requiredChoice("month", month.label, among: month.choices?.map(\.value) ?? [])
      let typed = form.integer("count", count.label, in: 0...9_999)
      let upload = NoticeImportPage.read(&form, file)
      if typed == nil, upload == nil {
        form.refuse("field-empty", at: "count", Text("请填写发出件数，或者上传发出清单。", "Fill in how many, or send the list."))
      }
      return (organ, NoticeMonth.of(chosen) ?? request.today.firstOfMonth, typed, upload)
    }
    guard let upload else { return RecordSentNotices(organ: organ, month: month, count: typed ?? 0, lines: nil) }
    let lines = try lines(ImportFile(try upload.bytes()), of: organ, at: request.services.clock.now())
    guard typed == nil || typed == lines.count else {
      throw Refusal(
        "reconciliation.count",
        Text(
          "清单有\(lines.count)件，与填写的件数不一致，请核对后改正，或者不填件数。",
          "The list has \(lines.count), not the number typed: put one of them right, or leave the number empty."),
        field: "count")
    }
    return RecordSentNotices(organ: organ, month: month, count: lines.count, lines: lines)
  }

  /// The organ's list, read as the import reads it; of what it says only the number, the stage and the name are needed.
  private static func lines(_ file: ImportFile, of organ: String, at now: Instant) throws -> [SentNotices.Line] {
    let table = try file.table()
    var faults = NoticeColumns.faults(in: table, needed: NoticeColumns.compared)
    var lines: [SentNotices.Line] = []
    for record in faults.isEmpty ? table.records : [] {
      var cells = ListCells(
        table.values(of: record), record.line, NoticeColumns.compared + [NoticeFields.organ([])], now)
      let line = cells.read { form in
        let number = form.requiredText("organCase", NoticeFields.organCase.label, max: 60)
        let name = form.requiredText("name", NoticeFields.name.label, max: 40)
        let stage = form.requiredChoice(
          "stage", NoticeFields.stage.label, among: NoticeFields.stages.map(\.rawValue))
        if let told = form.text("organ", NoticeFields.organ([]).label, max: 100), told != organ {
          form.refuse(
            "reconciliation.organ", at: "organ",
            Text(
              "这一行是其他机关的通知，请删去，或者在该机关下登记。",
              "This is another organ’s notice: leave it out, or record it under that organ."))
        }
        return SentNotices.Line(
          line: record.line, organCase: number, stage: Stage(rawValue: stage) ?? .investigation, name: name)
      }
      faults += cells.faults
      if let line { lines.append(line) }
    }
    try Refusals.check(NoticeImportPage.refusals(faults))
    return lines
  }
}
