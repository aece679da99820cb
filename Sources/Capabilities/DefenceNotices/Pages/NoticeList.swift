import Cases
import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 通知列表 · The notices one may see, newest first, with the days left to assign; also the sheet of late ones to an organ.
struct NoticeList: Sendable {
  struct Filter: Sendable {
    static let names = ["state", "organKind", "stage", "late", "from", "to"]

    let state: DefenceNoticeState?
    let organKind: OrganKind?
    let stage: Stage?
    let isLate: Bool
    let from: Day?
    let to: Day?

    init(_ request: WebRequest) {
      state = DefenceNoticeState(rawValue: request.query["state"])
      organKind = OrganKind(rawValue: request.query["organKind"])
      stage = Stage(rawValue: request.query["stage"])
      isLate = request.query["late"] == "yes"
      from = Day(request.query["from"])
      to = Day(request.query["to"])
    }
  }

  struct Line: Sendable {
    let aidCase: CaseID
    let number: String
    let recipient: String
    let charge: String
    let organ: String
    let stage: Stage
    let state: DefenceNoticeState
    let receivedAt: Instant
    let dueOn: Day?
    let lateDiscovery: Int?
    let lateHearing: Int?
    let lateRenewal: Int?
  }

  let lines: [Line]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ reader: any Reader
  ) throws -> NoticeList {
    let conditions = conditions(filter, principal).joined(" AND ")
    let order: SQL = query.isDescending ? "n.received_at, n.id" : "n.received_at DESC, n.id DESC"
    let rows = try reader.rows(
      """
      SELECT n.aid_case, aid_case.number, aid_case.recipient_name, recipient.protection, aid_case.cause,
        aid_case.organ, n.stage, \(DefenceNoticeTable.state) AS shown_state, n.received_at, n.late_discovery,
        n.late_hearing, \(lateRenewal) AS late_renewal, d.due_on, COUNT(*) OVER () AS total
      FROM defence_notice n JOIN aid_case ON aid_case.id = n.aid_case
        JOIN person recipient ON recipient.id = aid_case.recipient
        LEFT JOIN deadline d ON d.subject_kind = 'case' AND d.subject_id = aid_case.id AND d.done_on IS NULL
          AND d.rule_key = \(CasesLimits.noticeAssignment.key)
      WHERE \(conditions) ORDER BY \(order) LIMIT \(query.size) OFFSET \(query.offset)
      """)
    return NoticeList(lines: try rows.map { try line($0, principal) }, total: try rows.first?.get("total") ?? 0)
  }

  private static let lateRenewal: SQL =
    "(SELECT MAX(days_late) FROM notice_renewal WHERE notice_renewal.notice = n.id)"

  private static func line(_ row: Row, _ principal: Principal) throws -> Line {
    Line(
      aidCase: try row.get("aid_case"), number: try row.get("number"),
      recipient: try Protection(row).name(row.get("recipient_name"), to: principal), charge: try row.get("cause"),
      organ: try row.get("organ", as: String?.self) ?? "", stage: try row.get("stage"),
      state: try row.get("shown_state"), receivedAt: try row.get("received_at"), dueOn: try row.get("due_on"),
      lateDiscovery: try row.get("late_discovery"), lateHearing: try row.get("late_hearing"),
      lateRenewal: try row.get("late_renewal"))
  }

  private static func conditions(_ filter: Filter, _ principal: Principal) -> [SQL] {
    var conditions = [principal.sight("aid_case"), "n.county = \(principal.county)"]
    if let state = filter.state { conditions.append("\(DefenceNoticeTable.state) = \(state)") }
    if let kind = filter.organKind { conditions.append("n.organ_kind = \(kind)") }
    if let stage = filter.stage { conditions.append("n.stage = \(stage)") }
    if filter.isLate {
      conditions.append(
        "(n.late_discovery IS NOT NULL OR n.late_hearing IS NOT NULL OR \(lateRenewal) IS NOT NULL)")
    }
    if let from = filter.from { conditions.append("n.received_at >= \(Instant(from))") }
    if let to = filter.to { conditions.append("n.received_at < \(Instant(to.next))") }
    return conditions
  }
}

/// 通知列表页 · The inbox of organs' notices.
enum NoticeListPage {
  static let title = Text("办案机关通知", "Organs’ notices")
  private typealias F = NoticeFields

  static func list(
    _ request: WebRequest, _ list: NoticeList, _ filter: NoticeList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let table = table(list, query, request.today, language)
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(Text.count(list.total, "件通知", "notice", "notices")[language]),
          actions: actions(request) + listActions(request))
        filters(request, filter, frame.savedFilters, language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func actions(_ request: WebRequest) -> [HTML] {
    let language = request.language
    let sheet = linkButton(ReconciliationPage.title, to: NoticePaths.reconciliation, in: language)
    guard request.principal?.holds(.registerNotices) == true else { return [sheet] }
    return [
      linkButton(NewNoticePage.title, to: NoticePaths.new, .main, in: language),
      linkButton(NoticeImportPage.title, to: NoticePaths.importing, in: language), sheet,
    ]
  }

  private static func filters(
    _ request: WebRequest, _ filter: NoticeList.Filter, _ saved: SavedFilters?, _ language: Language
  ) -> HTML {
    filterForm(NoticePaths.list, saved: saved, in: language) {
      field(
        Field(
          "state", Text("状态", "State"),
          .select(DefenceNoticeState.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
        filter.state?.rawValue ?? "", in: language)
      field(
        Field(
          "organKind", F.organKind.label, .select(OrganKind.allCases.map { Choice($0.rawValue, $0.name) }),
          required: false), filter.organKind?.rawValue ?? "", in: language)
      field(
        Field("stage", F.stage.label, .select(F.stages.map { Choice($0.rawValue, $0.name) }), required: false),
        filter.stage?.rawValue ?? "", in: language)
      field(
        Field(
          "late", Text("是否迟延", "Late"), .select([Choice("yes", Text("只看迟延的", "Late ones only"))]), required: false),
        filter.isLate ? "yes" : "", in: language)
      field(Field("from", Text("从", "From"), .date, required: false), request.query["from"], in: language)
      field(Field("to", Text("到", "To"), .date, required: false), request.query["to"], in: language)
    }
  }

  private static func table(
    _ list: NoticeList, _ query: ListQuery, _ today: Day, _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("案件编号", "Case number")), Column(Text("姓名", "Name")), Column(Text("罪名", "Charge")),
        Column(Text("办案机关", "Handling organ")), Column(Text("阶段", "Stage")), Column(Text("状态", "State")),
        Column(
          Text("收到时间", "Received"), sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending),
        Column(Text("指派期限", "Assign by")), Column(Text("迟延", "Late")),
      ],
      rows: list.lines.map { row($0, today, language) },
      empty: Text(
        "没有符合条件的通知。公安机关、人民检察院、人民法院的通知登记后出现在这里。",
        "No notice fits. Those of police, procuratorate and court appear here once registered."))
  }

  private static func row(_ line: NoticeList.Line, _ today: Day, _ language: Language) -> TableRow {
    let late = [
      line.lateDiscovery.map { Text("发现后迟\($0)天", "\($0) d after the finding") },
      line.lateHearing.map { Text("开庭前迟\($0)天", "\($0) d before the hearing") },
      line.lateRenewal.map { Text("另行通知迟\($0)天", "New notice \($0) d late") },
    ].compactMap(\.self)
    let tone: Tone =
      switch line.state {
      case .noticeIncomplete, .refusedByPerson: .soon
      case .consented: .good
      default: .plain
      }
    return TableRow([
      a(.class("num"), .href("/cases/\(line.aidCase)")) { line.number }, .text(Format.mask(name: line.recipient)),
      .text(line.charge), .text(line.organ), .text(line.stage.name[language]), tag(line.state.name[language], tone),
      numeral(Format.instant(line.receivedAt, language)),
      line.dueOn.map { due in
        tag(Format.day(due, language), due < today ? .late : today.days(until: due) <= 1 ? .soon : .plain)
      } ?? .text("—"), late.isEmpty ? .text("—") : tag(Text.list(late)[language], .late),
    ])
  }
}
