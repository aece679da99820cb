import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 协作列表 · The cooperation one may see, newest first.
struct CooperationList: Sendable {
  struct Filter: Sendable {
    static let names = ["way", "state"]

    let isIncoming: Bool?
    let state: CooperationState?

    init(_ request: WebRequest) {
      isIncoming = ["in": true, "out": false][request.query["way"]]
      state = CooperationState(rawValue: request.query["state"])
    }
  }

  struct Line: Sendable {
    let it: Cooperation
    let dueOn: Day?
  }

  let lines: [Line]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ reader: any Reader
  ) throws -> CooperationList {
    var conditions = [CooperationTable.seen(by: principal)]
    if let isIncoming = filter.isIncoming { conditions.append("c.is_incoming = \(isIncoming)") }
    if let state = filter.state { conditions.append("c.state = \(state)") }
    let order: SQL = query.isDescending ? "c.begun_on, c.id" : "c.begun_on DESC, c.id DESC"
    let rows = try rows(
      "WHERE \(conditions.joined(" AND ")) ORDER BY \(order) LIMIT \(query.size) OFFSET \(query.offset)", reader)
    return CooperationList(lines: try rows.map(line), total: try rows.first?.get("total") ?? 0)
  }

  /// What waits for this centre: letters to send, to do and to answer.
  static func waiting(for principal: Principal, _ reader: any Reader) throws -> [Line] {
    let states: [CooperationState] = [.drafted, .acknowledged, .inProgress]
    return try rows(
      """
      WHERE \(CooperationTable.seen(by: principal)) AND c.state IN \(list: states)
      ORDER BY d.due_on NULLS LAST, c.begun_on, c.id LIMIT \(WorkItemSource.most)
      """, reader
    ).map(line)
  }

  private static func rows(_ rest: SQL, _ reader: any Reader) throws -> [Row] {
    try reader.rows(
      """
      SELECT c.*, d.due_on, COUNT(*) OVER () AS total FROM cooperation c
      LEFT JOIN deadline d ON d.subject_kind = 'cooperation' AND d.subject_id = c.id AND d.done_on IS NULL
      \(rest)
      """)
  }

  private static func line(_ row: Row) throws -> Line {
    Line(it: try Cooperation(row), dueOn: try row.get("due_on"))
  }
}

/// 协作列表页 · The list of cooperation.
enum CooperationListPage {
  static let title = Text("异地协作", "Cross-region cooperation")
  static let out = Text("请外地协作", "Asked of another centre")
  static let incoming = Text("外地来函", "Asked by another centre")

  static func list(
    _ request: WebRequest, _ list: CooperationList, _ filter: CooperationList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let table = table(list, query, request.today, language)
    let register =
      request.principal?.holds(.manageCooperation) == true
      ? [linkButton(NewCooperationPage.title, to: CooperationPaths.new, .main, in: language)] : []
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(Text.count(list.total, "件协作", "cooperation", "cooperations")[language]),
          actions: register + listActions(request))
        filterForm(CooperationPaths.list, saved: frame.savedFilters, in: language) {
          field(
            Field(
              "way", Text("方向", "Direction"), .select([Choice("out", out), Choice("in", incoming)]), required: false
            ),
            request.query["way"], in: language)
          field(
            Field(
              "state", Text("状态", "State"),
              .select(CooperationState.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
            filter.state?.rawValue ?? "", in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func table(
    _ list: CooperationList, _ query: ListQuery, _ today: Day, _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("对方机构", "Other centre")), Column(Text("方向", "Direction")), Column(Text("协作事项", "What for")),
        Column(Text("案由", "Cause")),
        Column(
          Text("日期", "Day"), sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending),
        Column(Text("办结期限", "Due")), Column(Text("状态", "State")),
      ],
      rows: list.lines.map { row($0, today, language) },
      empty: Text(
        "没有符合条件的协作。需要外地协作的，由承办人员在案件页报告；外地来函在这里登记。",
        "None fits. Undertakers report a need on the case’s page; letters of other centres are registered here."))
  }

  private static func row(_ line: CooperationList.Line, _ today: Day, _ language: Language) -> TableRow {
    let it = line.it
    let isOpen = it.state == .sent || it.isIncoming
    let due = line.dueOn ?? (isOpen && it.answeredOn == nil ? it.wantedBy : nil)
    let tone: Tone =
      switch it.state {
      case .drafted, .acknowledged: .soon
      case .declinedWithReason: .late
      case .sent, .inProgress: .plain
      case .replied, .closed: .good
      }
    return TableRow([
      a(.href(CooperationPaths.page(it.id))) { it.other },
      .text((it.isIncoming ? incoming : out)[language]), .text(it.item.name[language]), .text(it.cause),
      numeral(Format.day(it.begunOn, language)),
      due.map { tag(Format.day($0, language), $0 < today ? .late : .plain) } ?? .text("—"),
      tag(it.state.name[language], tone),
    ])
  }
}
