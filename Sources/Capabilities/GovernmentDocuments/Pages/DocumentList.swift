import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 政府文件列表 · The documents one may see, the newest first, each with how far its tasks are.
struct DocumentList: Sendable {
  enum Standing: String, Sendable, CaseIterable {
    case overdue, open, done

    var name: Text {
      switch self {
      case .overdue: Text("有超期任务", "With overdue tasks")
      case .open: Text("有未完成任务", "With tasks not done")
      case .done: Text("任务全部完成", "All tasks done")
      }
    }
  }

  struct Filter: Sendable {
    static let names = ["standing", "from", "to"]

    let standing: Standing?
    let from: Day?
    let to: Day?

    init(_ request: WebRequest) {
      standing = Standing(rawValue: request.query["standing"])
      from = Day(request.query["from"])
      to = Day(request.query["to"])
    }
  }

  struct Line: Sendable {
    let it: GovernmentDocument
    let counts: TaskCounts
  }

  let lines: [Line]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, on today: Day, for principal: Principal, _ reader: any Reader
  ) throws -> DocumentList {
    var conditions = [DocumentTable.seen(by: principal)]
    if let from = filter.from { conditions.append("d.received_on >= \(from)") }
    if let to = filter.to { conditions.append("d.received_on <= \(to)") }
    switch filter.standing {
    case .overdue: conditions.append("COALESCE(c.overdue, 0) > 0")
    case .open: conditions.append("COALESCE(c.tasks, 0) > COALESCE(c.done, 0)")
    case .done: conditions.append("c.tasks > 0 AND c.tasks = c.done")
    case nil: break
    }
    let order: SQL = query.isDescending ? "d.received_on, d.id" : "d.received_on DESC, d.id DESC"
    let rows = try reader.rows(
      """
      SELECT d.*, COALESCE(c.tasks, 0) AS tasks, COALESCE(c.done, 0) AS done, COALESCE(c.overdue, 0) AS overdue,
        COUNT(*) OVER () AS total
      FROM government_document d LEFT JOIN (\(TaskCounts.byDocument(on: today, for: principal))) c ON c.document = d.id
      WHERE \(conditions.joined(" AND ")) ORDER BY \(order) LIMIT \(query.size) OFFSET \(query.offset)
      """)
    return DocumentList(
      lines: try rows.map { Line(it: try GovernmentDocument($0), counts: try TaskCounts($0)) },
      total: try rows.first?.get("total") ?? 0)
  }
}

/// 政府文件列表页 · The list of government documents.
enum DocumentListPage {
  static let title = Text("政府文件", "Government documents")

  static func list(
    _ request: WebRequest, _ list: DocumentList, _ filter: DocumentList.Filter, _ query: ListQuery
  ) -> ListPage {
    let (language, table) = (request.language, table(list, query, request.language))
    let register =
      request.principal?.holds(.manageDocuments) == true
      ? [linkButton(DocumentForm.newTitle, to: DocumentPaths.new, .main, in: language)] : []
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language],
          lead: .text(Text.count(list.total, "件政府文件", "government document", "government documents")[language]),
          actions: register + [linkButton(TaskListPage.title, to: DocumentPaths.tasks, in: language)]
            + listActions(request))
        filterForm(DocumentPaths.list, saved: frame.savedFilters, in: language) {
          field(
            Field(
              "standing", Text("任务进展", "Progress"),
              .select(DocumentList.Standing.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
            filter.standing?.rawValue ?? "", in: language)
          field(
            Field("from", Text("收文自", "Received from"), .date, required: false), request.query["from"], in: language
          )
          field(Field("to", Text("至", "Until"), .date, required: false), request.query["to"], in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func table(_ list: DocumentList, _ query: ListQuery, _ language: Language) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(DocumentForm.documentTitle.label), Column(DocumentForm.number.label),
        Column(DocumentForm.issuer.label),
        Column(
          DocumentForm.receivedOn.label, sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending),
        Column(Text("任务", "Tasks"), number: true), Column(TaskState.done.name, number: true),
        Column(Text("超期", "Overdue"), number: true),
      ],
      rows: list.lines.map { line in
        let it = line.it.told
        return TableRow(
          [
            a(.href(DocumentPaths.board(line.it.id))) { it.title }, numeral(it.number), .text(it.issuer),
            numeral(Format.day(it.receivedOn, language)), .text(String(line.counts.tasks)),
            .text(String(line.counts.done)),
            line.counts.overdue > 0 ? tag(String(line.counts.overdue), .late) : .text("0"),
          ], line.counts.overdue > 0 ? .late : .plain)
      },
      empty: Text(
        "没有符合条件的政府文件。收到需要落实的文件后，由中心主任或者局领导登记并分解任务。",
        "No document fits. The director or the bureau’s leader registers one that is to be carried out and sets its tasks."
      ))
  }
}
