import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 异议列表 · The objections one may see, newest first, with the days left to decide.
struct ObjectionList: Sendable {
  struct Filter: Sendable {
    static let names = ["state", "from", "to"]

    let state: ObjectionState?
    let from: Day?
    let to: Day?

    init(_ request: WebRequest) {
      state = ObjectionState(rawValue: request.query["state"])
      from = Day(request.query["from"])
      to = Day(request.query["to"])
    }
  }

  struct Line: Sendable {
    let objection: Objection
    let name: String
    let cause: String
    let dueOn: Day?
  }

  let lines: [Line]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ reader: any Reader
  ) throws -> ObjectionList {
    var conditions = [ObjectionTable.seen(by: principal)]
    if let state = filter.state { conditions.append("o.state = \(state)") }
    if let from = filter.from { conditions.append("o.received_on >= \(from)") }
    if let to = filter.to { conditions.append("o.received_on <= \(to)") }
    let order: SQL = query.isDescending ? "o.received_on, o.id" : "o.received_on DESC, o.id DESC"
    let rows = try lines(
      "WHERE \(conditions.joined(" AND ")) ORDER BY \(order) LIMIT \(query.size) OFFSET \(query.offset)", reader)
    return ObjectionList(
      lines: try rows.map { try line($0, principal) }, total: try rows.first?.get("total") ?? 0)
  }

  /// What waits to be decided, the most urgent first.
  static func open(for principal: Principal, _ reader: any Reader) throws -> [Line] {
    try lines(
      """
      WHERE \(ObjectionTable.seen(by: principal)) AND o.state = \(ObjectionState.received)
      ORDER BY d.due_on NULLS LAST, o.id LIMIT \(WorkItemSource.most)
      """, reader
    ).map { try line($0, principal) }
  }

  private static func lines(_ rest: SQL, _ reader: any Reader) throws -> [Row] {
    try reader.rows(
      """
      SELECT o.*, p.name, p.protection, COALESCE(a.cause, c.cause) AS cause, d.due_on, COUNT(*) OVER () AS total
      FROM \(ObjectionTable.joined)
        LEFT JOIN deadline d ON d.subject_id = COALESCE(o.application, o.aid_case) AND d.done_on IS NULL
          AND d.rule_key = \(IntakeLimits.objection.key) AND o.state = \(ObjectionState.received)
      \(rest)
      """)
  }

  private static func line(_ row: Row, _ principal: Principal) throws -> Line {
    Line(
      objection: try Objection(row), name: try Protection(row).name(row.get("name"), to: principal),
      cause: try row.get("cause"), dueOn: try row.get("due_on"))
  }
}

/// 异议列表页 · The list of objections.
enum ObjectionListPage {
  static let title = Text("异议", "Objections")

  static func list(
    _ request: WebRequest, _ list: ObjectionList, _ filter: ObjectionList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let table = table(list, query, request.today, language)
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(Text.count(list.total, "件异议", "objection", "objections")[language]),
          actions: listActions(request))
        filterForm(ObjectionPaths.list, saved: frame.savedFilters, in: language) {
          field(
            Field(
              "state", Text("状态", "State"),
              .select(ObjectionState.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
            filter.state?.rawValue ?? "", in: language)
          field(Field("from", Text("从", "From"), .date, required: false), request.query["from"], in: language)
          field(Field("to", Text("到", "To"), .date, required: false), request.query["to"], in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func table(
    _ list: ObjectionList, _ query: ListQuery, _ today: Day, _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("原决定文号", "Decision")), Column(Text("异议人", "Objector")), Column(Text("案由", "Cause")),
        Column(Text("原决定", "What was decided")),
        Column(
          Text("收到日期", "Received"), sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending),
        Column(Text("审查期限", "Decide by")), Column(Text("状态", "State")),
      ],
      rows: list.lines.map { row($0, today, language) },
      empty: Text(
        "没有符合条件的异议。当事人对不予援助、终止援助的决定有异议的，在申请或者案件的页面登记。",
        "No objection fits. One to a refusal or a termination is registered on the page of the application or case."
      ))
  }

  private static func row(_ line: ObjectionList.Line, _ today: Day, _ language: Language) -> TableRow {
    let it = line.objection
    let tone: Tone =
      switch it.state {
      case .received: .soon
      case .corrected: .late
      case .upheld, .withdrawn, .contested: .plain
      }
    return TableRow([
      a(.class("num"), .href(ObjectionPaths.page(it.id))) { it.decisionNumber },
      .text(Format.mask(name: line.name)), .text(line.cause), .text(it.about.decision[language]),
      numeral(Format.day(it.receivedOn, language)),
      line.dueOn.map { due in
        tag(Format.day(due, language), due < today ? .late : today.days(until: due) <= 1 ? .soon : .plain)
      } ?? .text("—"), tag(it.state.name[language], tone),
    ])
  }
}
