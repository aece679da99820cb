import Kernel
import Localization
import Markup
import Storage
import Web

/// 常用筛选页 · The page that keeps the filter one came with, and the list of one's filters.
enum SavedFilterPages {
  static let path = "/filters"
  private static let title = Text("常用筛选", "Saved filters")
  private static let keepTitle = Text("保存当前筛选", "Save this filter")
  private static let name = Field(
    "name", Text("名称", "Name"), hint: Text("例如：本镇在办的欠薪案件。", "Such as: wages, under way, our township."),
    autocomplete: "off")

  static func keepPath(_ filtered: String) -> String { "\(path)/new?" + URLEncoded.query(["of": filtered]) }

  static func routes() -> [Route] {
    [
      .list("/filters", .signedIn, title) { try await list($0) },
      .post("/filters/{id}/drop", .signedIn, Text("删除筛选", "Delete a filter")) { request in
        guard let id = UUIDv7(request.value("id")) else { throw Refusal.notFound }
        try await request.run(DropFilter(id))
        return path
      },
    ]
      + Route.form(
        "/filters/new", .signedIn, keepTitle, page: { try await keep($0, $1) },
        submit: { request in
          let (list, query) = try filter(request.fields["of"], request)
          let name = try request.read { $0.requiredText("name", Self.name.label, max: SavedFilter.longestName) }
          try await request.run(KeepFilter(list: list, query: query, name: name))
          return "\(list)?\(query)"
        })
  }

  /// The list and its filter; only a page that is a list has one.
  private static func filter(_ told: String, _ request: WebRequest) throws -> (list: String, query: String) {
    let parts = told.split(separator: "?", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1].count <= 1_000, request.isList(parts[0]) else { throw Refusal.notFound }
    return (parts[0], parts[1])
  }

  private static func keep(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, told) = (request.language, state.isReturned ? request.fields["of"] : request.query["of"])
    guard !told.isEmpty else { return try await nothing(request) }
    let filter = try filter(told, request)
    return shell(try await request.frame(), title: keepTitle[language]) {
      pageHead(
        keepTitle[language],
        crumbs: breadcrumbs(
          [Crumb(request.listName(filter.list)[language], path: told), Crumb(keepTitle[language])], in: language))
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm("\(path)/new", state.tokens(), in: language) {
          hiddenField("of", told)
          field(name, state.value("name"), errors: state.errors("name"), in: language)
          submitButton(Text("保存", "Save"), .main, in: language)
        }
      }
    }
  }

  private static func nothing(_ request: WebRequest) async throws -> HTML {
    let language = request.language
    return shell(try await request.frame(), title: keepTitle[language]) {
      pageHead(keepTitle[language])
      notice(
        Text("请先在列表里筛选，再点“保存当前筛选”。", "First filter a list, then choose “Save this filter”."), in: language)
    }
  }

  private static func list(_ request: WebRequest) async throws -> ListPage {
    let (language, principal) = (request.language, try request.requirePrincipal())
    guard let user = principal.user else { throw Refusal.notAllowed }
    let kept = try await request.services.database.read {
      try SavedFilterTable.of(user, in: principal.county, request.services.keys, $0)
    }
    let table = DataTable(
      title,
      columns: [Column(Text("列表", "List")), Column(Text("名称", "Name")), Column.actions],
      rows: kept.map { one in
        TableRow([
          .text(request.listName(one.list)[language]), a(.href(one.path)) { one.name },
          actionForm("\(path)/\(one.id)/drop", request.tokens(), Text("删除", "Delete"), .plain, in: language),
        ])
      },
      empty: Text(
        "还没有常用筛选。在任何列表里筛选以后，点“保存当前筛选”。", "None yet. Filter any list, then choose “Save this filter”."))
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }
}

extension WebRequest {
  fileprivate func isList(_ path: String) -> Bool {
    site.table.match(.get, path).map { $0.route.isList && $0.route.pattern.places.isEmpty } ?? false
  }

  fileprivate func listName(_ path: String) -> Text { site.table.match(.get, path)?.route.summary ?? .same(path) }
}
