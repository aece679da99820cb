import Kernel
import Registry
import Storage
import Web
import WorkCalendar

/// 文书查询 · Paper query: which papers a list shows: of which form, bearing which number, decided in which days; without
/// days, those of the last week.
struct PaperQuery: Sendable {
  static let filters = ["form", "number", "from", "to"]
  /// Whoever names no day is shown so many, today among them.
  static let usualDays = 7

  let list: ListQuery
  let form: String
  let number: String
  let from: Day
  let to: Day

  init(_ request: WebRequest) {
    let fields = request.query
    // A page is what can be printed at once.
    list = ListQuery(request, sorts: [], size: ChosenRow<Spine.Paper>.most, filters: Self.filters)
    form = Self.text("form", fields)
    number = Self.text("number", fields)
    to = Day(fields["to"]) ?? request.today
    from = Day(fields["from"]) ?? to.adding(days: 1 - Self.usualDays)
  }

  /// This page of the list with its days, so that it is the same when it comes back.
  var path: String {
    let days: KeyValuePairs = [
      "from": from.description, "to": to.description, "form": form, "number": number, "page": String(list.page),
    ]
    return PrintingPage.path + "?" + URLEncoded.query(days)
  }

  func condition(for principal: Principal) -> SQL {
    var sql: SQL =
      """
      paper.county = \(principal.county) AND paper.state = \(PaperState.finished)
        AND paper.decided_on BETWEEN \(from) AND \(to) AND \(SubjectScope.seen("paper", by: principal))
      """
    if !form.isEmpty { sql += " AND paper.form = \(form)" }
    if !number.isEmpty { sql += " AND paper.number = \(number)" }
    return sql
  }

  private static func text(_ name: String, _ fields: Fields) -> String {
    fields.problem(name) == nil && fields[name].utf8.count <= 200 ? fields[name].filter { !$0.isNewline } : ""
  }
}

extension PaperTable {
  /// One page of the papers that are made and that somebody may see, the oldest first as they are laid out; and how many
  /// there are.
  static func list(
    _ query: PaperQuery, for principal: Principal, _ reader: any Reader
  ) throws -> (papers: [PaperRecord], total: Int) {
    let condition = query.condition(for: principal)
    let papers = try reader.rows(
      """
      SELECT \(columns) FROM paper WHERE \(condition) ORDER BY decided_on, decide_event, id
      LIMIT \(query.list.size) OFFSET \(query.list.offset)
      """
    ).map(PaperRecord.init)
    let total: Int? = try reader.value(
      "SELECT COUNT(*) FROM (SELECT id FROM paper WHERE \(condition) LIMIT \(ListQuery.mostCounted + 1)) counted")
    return (papers, total ?? 0)
  }

  /// Those of the papers chosen that are made and that somebody may see, in the order of the list.
  static func finished(
    _ ids: [PaperID], for principal: Principal, _ reader: any Reader
  ) throws -> [PaperRecord] {
    try reader.rows(
      """
      SELECT \(columns) FROM paper WHERE county = \(principal.county) AND id IN \(list: ids)
        AND state = \(PaperState.finished) AND \(SubjectScope.seen("paper", by: principal)) ORDER BY decided_on, decide_event, id
      """
    ).map(PaperRecord.init)
  }

  /// 所属记录 · What each of these papers is about, as the search index knows it.
  static func subjects(
    of papers: [PaperRecord], for principal: Principal, _ reader: any Reader
  ) throws -> [Subject: SearchHit] {
    let hits = try reader.rows(
      """
      SELECT \(SearchHit.columns) FROM search_entry WHERE county = \(principal.county)
        AND subject_id IN \(list: Set(papers.map(\.subject.id))) ORDER BY subject_id
      """
    ).map(SearchHit.init)
    return Dictionary(hits.map { ($0.subject, $0) }, uniquingKeysWith: { $1 })
  }
}
