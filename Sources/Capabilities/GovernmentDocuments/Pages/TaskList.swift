import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 任务列表 · The tasks of one document, or of all that one may see.
struct TaskList: Sendable {
  /// 任务进展 · A state of the record, or that its day is over.
  enum Standing: String, Sendable, CaseIterable {
    case overdue, open, reported, done, cancelled

    var name: Text {
      switch self {
      case .overdue: Text("超期", "Overdue")
      case .open: TaskState.open.name
      case .reported: TaskState.reported.name
      case .done: TaskState.done.name
      case .cancelled: TaskState.cancelled.name
      }
    }

    func condition(on today: Day) -> SQL {
      self == .overdue
        ? "t.state = \(TaskState.open) AND t.due_on < \(today)" : "t.state = \(rawValue)"
    }
  }

  struct Filter: Sendable {
    static let names = ["standing", "whose"]

    let standing: Standing?
    /// Only those of the unit one acts for, or one's own.
    let isOwn: Bool

    init(_ request: WebRequest) {
      standing = Standing(rawValue: request.query["standing"])
      isOwn = request.query["whose"] == "own"
    }
  }

  let all: [ImplementationTask]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, of document: DocumentID? = nil, on today: Day, for principal: Principal,
    _ reader: any Reader
  ) throws -> TaskList {
    var conditions = [TaskTable.seen(by: principal)]
    if let document { conditions.append("t.document = \(document)") }
    if let standing = filter.standing { conditions.append(standing.condition(on: today)) }
    if filter.isOwn { conditions.append("(t.agency = \(principal.agency) OR t.person = \(principal.user))") }
    let found = try TaskTable.list(
      conditions.joined(" AND "), limit: query.size, offset: query.offset, reader)
    return TaskList(all: found.all, total: found.total)
  }
}

/// 任务列表页 · The tasks of all documents: of the county for those who lead the work, else of one's unit.
enum TaskListPage {
  static let title = Text("政府文件任务", "Tasks of government documents")
  static let due = Text("完成期限", "Due")

  static func list(
    _ request: WebRequest, _ list: TaskList, _ filter: TaskList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let table = table(title, list.all, ofOne: false, request)
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language],
          crumbs: breadcrumbs(
            [Crumb(DocumentListPage.title[language], path: DocumentPaths.list), Crumb(title[language])],
            in: language),
          lead: .text(Text.count(list.total, "项任务", "task", "tasks")[language]), actions: listActions(request))
        filterForm(DocumentPaths.tasks, saved: frame.savedFilters, in: language) {
          standing(filter, language)
          field(
            Field(
              "whose", Text("责任单位", "Unit"), .select([Choice("own", Text("本单位和本人的", "My unit’s and my own"))]),
              required: false), filter.isOwn ? "own" : "", in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  static func standing(_ filter: TaskList.Filter, _ language: Language) -> HTML {
    field(
      Field(
        "standing", Text("任务进展", "Progress"),
        .select(TaskList.Standing.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
      filter.standing?.rawValue ?? "", in: language)
  }

  /// `ofOne`: on the board of one document, which need not be named in each row.
  static func table(
    _ caption: Text, _ tasks: [ImplementationTask], ofOne: Bool, _ request: WebRequest
  ) -> DataTable {
    let language = request.language
    let columns = [
      Column(TaskFields.duty.label), Column(TaskFields.agency.label), Column(due), Column(Text("状态", "State")),
      Column(Text("报告日期", "Reported on")), Column(Text("佐证材料", "Evidence"), number: true),
    ]
    return DataTable(
      caption, columns: ofOne ? columns : [Column(DocumentForm.number.label)] + columns,
      rows: tasks.map { it in
        let cells: [HTML] = [
          a(.href(DocumentPaths.task(it.id))) { it.told.duty },
          answerable(it), day(it, request.today, language), state(it, language),
          it.reportedOn.map { numeral(Format.day($0, language)) } ?? .text("—"), .text(String(it.files)),
        ]
        let document = a(.class("num"), .href(DocumentPaths.board(it.document))) { it.documentNumber }
        let tone = it.state == .open ? it.tone(on: request.today) : .plain
        return TableRow(ofOne ? cells : [document] + cells, tone)
      }, empty: Text("没有符合条件的任务。", "No task fits."))
  }

  /// The unit and who is named, and below them the bodies outside.
  private static func answerable(_ it: ImplementationTask) -> HTML {
    let unit = [it.agencyName, it.personName].compactMap(\.self).joined(separator: " ")
    return .fragment([unit, it.told.outside ?? ""].filter { !$0.isEmpty }.map { line in div { line } })
  }

  static func state(_ it: ImplementationTask, _ language: Language) -> HTML {
    let tone: Tone =
      switch it.state {
      case .open, .cancelled: .plain
      case .reported: .soon
      case .done: .good
      }
    return tag(it.state.name[language], tone)
  }

  /// Red where it is late, amber shortly before, else as it is.
  static func day(_ it: ImplementationTask, _ today: Day, _ language: Language) -> HTML {
    let (day, tone) = (Format.day(it.told.dueOn, language), it.state == .open ? it.tone(on: today) : .plain)
    return tone == .plain ? numeral(day) : tag(day, tone)
  }
}
