package import Kernel
package import Localization
package import Markup
import Sheets
import WorkCalendar

/// 列表页 · List page: a table, and the page around it.
package struct ListPage: Sendable {
  let table: DataTable
  package let page: @Sendable (Frame) -> HTML

  package init(_ table: DataTable, page: @escaping @Sendable (Frame) -> HTML) {
    self.table = table
    self.page = page
  }
}

extension Route {
  /// A page that is a list. With `?format=xlsx` it answers as a workbook: exactly the rows its filter shows, on all of its
  /// pages, and in each cell what the page shows there, masks included. Refuses what no workbook should hold.
  package static func list(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text,
    _ load: @escaping @Sendable (WebRequest) async throws -> ListPage
  ) -> Route {
    Route(.get, pattern, permission, summary, kind: .page, isList: true) { request in
      let list = try await load(request)
      guard request.wantsSheet else { return .page(list.page(try await request.frame())) }
      guard list.table.rows.count <= WebRequest.sheetRows else { throw tooManyRows }
      return try list.table.workbook(request)
    }
  }

  /// A list one works on: what one chose in it goes to its own path, and comes back with what was refused.
  package static func list(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text,
    _ load: @escaping @Sendable (WebRequest, FormState) async throws -> ListPage,
    submit: @escaping @Sendable (WebRequest) async throws -> String
  ) -> [Route] {
    [
      .list(pattern, permission, summary) { try await load($0, .fresh($0)) },
      Route(.post, pattern, permission, summary, kind: .form, answersStaleForms: true) { request in
        try await FormExchange.answer(
          request, page: { try await load($0, $1).page(try await $0.frame()) },
          submit: { .redirect(try await submit($0)) })
      },
    ]
  }

  private static let tooManyRows = Refusal(
    "list.tooLong",
    Text(
      "超过\(WebRequest.sheetRows)行，不能一次导出；请加上筛选条件后再导出。",
      "More than \(WebRequest.sheetRows) rows cannot be exported at once: filter the list, then export it."))
}

extension WebRequest {
  /// The most rows one workbook is given.
  package static let sheetRows = 20_000
  package var wantsSheet: Bool { query["format"] == "xlsx" }

  /// How many rows a list loads: a page of them, or, for a workbook, all.
  package func rows(ofPage size: Int) -> Int { wantsSheet ? Self.sheetRows + 1 : size }

  /// This list as it is filtered and sorted, as a workbook.
  fileprivate var sheetPath: String { path + "?" + URLEncoded.query(shown + [("format", "xlsx")]) }

  /// This list as it is filtered and sorted, from its first page; nil where nothing is.
  package var filteredPath: String? {
    let filtered = filtered(at: path)
    return filtered == path ? nil : filtered
  }

  /// What is filtered and sorted here, asked of another page.
  package func filtered(at path: String) -> String {
    let told = shown.filter { !$0.value.isEmpty }
    return told.isEmpty ? path : path + "?" + URLEncoded.query(told)
  }

  private var shown: [(name: String, value: String)] {
    query.names.sorted().filter { !["format", "page", "after"].contains($0) }
      .flatMap { name in query.values(name).map { (name, $0) } }
  }
}

/// 导出与打印 · The two things one may do with any list.
package func listActions(_ request: WebRequest) -> [HTML] {
  listActions(sheet: request.sheetPath, in: request.language)
}

/// The same where the workbook is not asked for by the address of the page, or where there is none.
package func listActions(sheet path: String?, in language: Language) -> [HTML] {
  [
    path.map { linkButton(Text("导出表格", "Export"), to: $0, in: language) } ?? .empty, printButton(in: language),
  ]
}

extension DataTable {
  /// The table as a workbook; numbers are numbers, everything else is text as it is shown. Never a formula.
  package func workbook(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let seen = columns.indices.filter { !columns[$0].isUnseen }
    let sheet = Sheet(
      title: caption, columns: seen.map { Sheets.Column(columns[$0].title.en, columns[$0].title, width: 18) },
      rows: (rows.map(\.cells) + (totals.isEmpty ? [] : [totals])).map { cells in
        seen.map { $0 < cells.count ? Self.cell(cells[$0].words, isNumber: columns[$0].isNumber) : .empty }
      })
    let now = request.services.clock.now()
    return .file(
      try XLSXWriter.bytes(sheet, language: language, created: now.milliseconds / 1000),
      name: "\(caption[language]) \(request.today).xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  private static func cell(_ words: String, isNumber: Bool) -> Cell {
    guard isNumber, let number = Int64(words) else { return words == "—" ? .empty : .text(words) }
    return .integer(number)
  }
}
