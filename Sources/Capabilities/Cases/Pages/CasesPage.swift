import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 案件列表 · The list of cases one may see, newest first.
struct CasesPage: Sendable {
  let query: CaseQuery
  let cases: [AidCase]
  let units: [Agency]
  private let next: CaseQuery.Cursor?

  static func load(_ query: CaseQuery, _ principal: Principal, _ reader: any Reader) throws -> CasesPage {
    let found = try CaseTable.list(query, for: principal, reader)
    let units = try AgencyTable.all(principal.county, reader).filter {
      $0.kind == .lawFirm || $0.kind == .grassrootsOffice
    }
    return CasesPage(query: query, found: found, units: units)
  }

  private init(query: CaseQuery, found: [AidCase], units: [Agency]) {
    self.query = query
    self.units = units
    cases = Array(found.prefix(query.size))
    next = found.count > query.size ? cases.last.map { .init(acceptedOn: $0.acceptedOn, id: $0.id) } : nil
  }

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, list(request.language, .none))
    return ListPage(table) { frame in
      shell(frame, title: Text("案件", "Cases")[language]) {
        body(table, Self.whole.link(request) + listActions(request), frame.savedFilters, in: language)
      }
    }
  }

  /// 完整数据 · The same rows with whole personal data, for a reason.
  static let whole = WholeList(
    CasePaths.list.path(), Text("案件", "Cases"), .exportWholeCases
  ) { request, principal, reader in
    var query = CaseQuery(request)
    (query.size, query.after) = (WholeList.mostRows + 1, nil)
    let page = try load(query, principal, reader)
    return WholeList.Rows(of: page.cases.map(\.recipient)) { page.list(request.language, $0) }
  }

  private func body(
    _ table: DataTable, _ actions: [HTML], _ saved: SavedFilters?, in language: Language
  ) -> HTML {
    .fragment {
      pageHead(
        Text("案件", "Cases")[language],
        actions: actions + [linkButton(AgeingPage.title, to: CasePaths.ageing.path(), in: language)])
      filter(saved, language)
      sheet(in: language, flush: true) { dataTable(table, in: language) }
      if next != nil || query.after != nil { pages(language) }
    }
  }

  private func filter(_ saved: SavedFilters?, _ language: Language) -> HTML {
    filterForm(CasePaths.list.path(), saved: saved, in: language) {
      field(
        Field(
          "text", Text("案件编号、受援人、案由", "Number, recipient or cause"),
          hint: Text("受援人和案由可以只填开头。", "The beginning of a name or cause is enough."), required: false),
        query.text, in: language)
      field(
        Field(
          "state", Text("状态", "State"), .select(CaseState.allCases.map { Choice($0.rawValue, $0.name) }),
          required: false), query.state?.rawValue ?? "", in: language)
      if units.count > 1 {
        field(
          Field(
            "unit", Text("承办单位", "Unit"), .select(units.map { Choice($0.id.description, .same($0.name)) }),
            required: false), query.unit?.description ?? "", in: language)
      }
    }
  }

  private func list(_ language: Language, _ whole: WholePeople) -> DataTable {
    DataTable(
      whole.caption(Text("案件", "Cases")),
      columns: [
        Column(Text("案件编号", "Number")), Column(Text("受援人", "Recipient")), Column(Text("案由", "Cause")),
        Column(Text("类型", "Track")), Column(Text("状态", "State")), Column(Text("承办", "Undertaker")),
        Column(Text("批准日期", "Accepted on")), Column(Text("办理结果", "Result")),
      ] + whole.columns,
      rows: cases.map { found in
        let cells: [HTML] = [
          a(.class("num"), .href(CasePaths.page.path(found.id))) { found.number },
          .fragment([.text(found.recipientName), found.groupTag(in: language)]),
          .text(found.cause),
          .text(found.track.name[language]), .text(found.state.name[language]), .text(found.whoUndertakes ?? "—"),
          numeral(Format.day(found.acceptedOn, language)), .text(found.result?.name[language] ?? "—"),
        ]
        return TableRow(cells + whole.cells(found.recipient, in: language))
      },
      empty: Text(
        "没有符合条件的案件。批准给予法律援助后，案件会出现在这里。",
        "No case fits. A case appears here once aid is granted."))
  }

  private func pages(_ language: Language) -> HTML {
    nav(.class("pager"), .ariaLabel(Text("翻页", "Pages")[language])) {
      if query.after != nil {
        a(.class("button"), .href(query.path(after: nil))) { Text("第一页", "First page")[language] }
      }
      if let next {
        a(.class("button"), .href(query.path(after: next)), .rel("next")) { Text("下一页", "Next page")[language] }
      }
    }
  }
}

extension AidCase {
  /// Unit and person, as far as they are known.
  var whoUndertakes: String? {
    let names = [unitName, undertakerNames].compactMap(\.self).filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.joined(separator: " · ")
  }
}

extension CaseQuery {
  /// As the address says it; what cannot be read is not asked for.
  init(_ request: WebRequest) {
    self.init(request.query)
    size = request.rows(ofPage: size)
    if request.wantsSheet { after = nil }
  }

  private init(_ query: Fields) {
    let (text, after) = (query["text"], query["after"].split(separator: "_").map(String.init))
    self.init(
      state: CaseState(rawValue: query["state"]), unit: AgencyID(query["unit"]),
      text: query.problem("text") == nil && text.utf8.count <= 400 ? text.filter { !$0.isNewline } : "")
    if after.count == 2, let day = Day(after[0]), let id = CaseID(after[1]) {
      self.after = Cursor(acceptedOn: day, id: id)
    }
  }

  func path(after: Cursor?) -> String {
    let pairs: KeyValuePairs = [
      "text": text, "state": state?.rawValue ?? "", "unit": unit?.description ?? "",
      "after": after.map { "\($0.acceptedOn)_\($0.id)" } ?? "",
    ]
    return CasePaths.list.path() + "?" + URLEncoded.query(pairs)
  }
}
