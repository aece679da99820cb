import Kernel
import Localization
import Markup
import Sheets
import Storage
import Web
import WorkCalendar

/// 审计日志页 · Audit log page: filtered by day, person, kind and record; paged; as a CSV file too.
struct AuditPage: Sendable {
  static let title = Text("审计日志", "Audit log")
  private static let filters = ["from", "to", "person", "kind", "subject"]
  /// A file holds at most so many lines; more is asked for in parts by day.
  private static let mostExported = 20_000
  let names: [String: Text]

  func routes() -> [Route] {
    [
      .page("/audit", .readAudit, Self.title) { try await page($0) },
      Route(.post, "/audit/export", .readAudit, Text("导出审计日志", "Export the audit log"), kind: .form) {
        try await export($0)
      },
    ]
  }

  private func page(_ request: WebRequest) async throws -> HTML {
    let (language, county) = (request.language, try request.requirePrincipal().county)
    let (filter, query) = (Self.filter(request.query), ListQuery(request, sorts: [], filters: Self.filters))
    let (log, users) = try await request.services.database.read { reader in
      (
        try AuditLog.load(filter, in: county, limit: query.size, offset: query.offset, reader),
        try UserTable.all(county, reader)
      )
    }
    return shell(try await request.frame(), title: Self.title[language]) {
      pageHead(Self.title[language], actions: [printButton(in: language)])
      filterForm("/audit", in: language) {
        for one in fields(users) { field(one, request.query[one.name], in: language) }
      }
      sheet(in: language, flush: true) { dataTable(table(log.events, logins(users), language), in: language) }
      pager(page: query.page, of: query.pages(of: log.total), total: log.total, in: language) {
        query.link(page: $0)
      }
      postForm("/audit/export", request.tokens(), in: language) {
        for name in Self.filters { hiddenField(name, request.query[name]) }
        submitButton(Text("导出CSV", "Export as CSV"), .plain, in: language)
        submitButton(Text("导出表格", "Export"), .plain, name: "format", value: "xlsx", in: language)
      }
    }
  }

  private func export(_ request: WebRequest) async throws -> WebResponse {
    let (language, county) = (request.language, try request.requirePrincipal().county)
    let filter = Self.filter(request.fields)
    let (log, users) = try await request.services.database.read { reader in
      (
        try AuditLog.load(filter, in: county, limit: Self.mostExported, offset: 0, reader),
        try UserTable.all(county, reader)
      )
    }
    let logins = logins(users)
    try await request.run(ExportAuditLog(count: log.events.count))
    guard request.fields["format"] != "xlsx" else {
      return try table(log.events, logins, language).workbook(request)
    }
    let head = Self.columns.map { Cell.text($0[language]) }
    let rows = log.events.map { event in line(event, logins, language).map { Cell.text($0) } }
    return .file(
      CSVWriter().bytes([head] + rows), name: Text("审计日志.csv", "audit-log.csv")[language], type: "text/csv")
  }

  private static func filter(_ asked: Fields) -> AuditLog.Filter {
    AuditLog.Filter(
      from: Day(asked["from"]), to: Day(asked["to"]), person: UserID(asked["person"]), kind: asked["kind"],
      subject: asked["subject"])
  }

  private func fields(_ users: [User]) -> [Field] {
    [
      Field("from", Text("开始日期", "From"), .date, required: false),
      Field("to", Text("结束日期", "To"), .date, required: false),
      Field(
        "person", Text("操作人", "Who"),
        .select(users.map { Choice($0.id.description, .same("\($0.login) \($0.name)")) }), required: false),
      Field(
        "kind", Text("事项", "What"),
        .select(names.sorted { $0.key < $1.key }.map { Choice($0.key, $0.value) }), required: false),
      Field(
        "subject", Text("对象", "Record"), .select(Self.subjects.map { Choice($0.0, $0.1) }), required: false),
    ]
  }

  private static let columns = [
    Text("序号", "Number"), Text("时间", "Time"), Text("操作人", "Who"), Text("事项", "What"), Text("对象", "Record"),
    Text("内容", "Facts"),
  ]

  private static let subjects = [
    ("application", Text("申请", "Application")), ("case", Text("案件", "Case")), ("paper", Text("文书", "Paper")),
    ("person", Text("人员", "Person")), ("attachment", Text("材料", "Attachment")), ("agency", Text("机构", "Agency")),
    ("user", Text("用户", "User")), ("county", Text("本县", "County")),
  ]

  private func table(_ events: [Event], _ logins: [UUIDv7: String], _ language: Language) -> DataTable {
    DataTable(
      Self.title, columns: Self.columns.map { Column($0) },
      rows: events.map { event in
        let cells = line(event, logins, language)
        return TableRow([numeral(cells[0]), numeral(cells[1])] + cells[2...].map { HTML.text($0) })
      },
      empty: Text("没有符合条件的记录。", "Nothing fits."))
  }

  /// An account is named as one signs in with it; every other record by the end of its id.
  private func logins(_ users: [User]) -> [UUIDv7: String] {
    Dictionary(users.map { ($0.id.uuid, $0.login) }, uniquingKeysWith: { first, _ in first })
  }

  private func line(_ event: Event, _ logins: [UUIDv7: String], _ language: Language) -> [String] {
    let actor = event.actor == "system" ? Text("系统", "The system") : .same(event.actor)
    let kind = Self.subjects.first { $0.0 == event.subject.kind }?.1 ?? .same(event.subject.kind)
    let facts = event.facts.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
    return [
      String(event.number), Format.instant(event.at, language), actor[language],
      (names[event.kind] ?? .same(event.kind))[language],
      "\(kind[language]) \(logins[event.subject.id] ?? String(event.subject.id.description.suffix(8)))",
      facts.map { "\($0.key)=\(Format.list($0.value.split(separator: "、").map(String.init), language))" }.joined(
        separator: " "),
    ]
  }
}
