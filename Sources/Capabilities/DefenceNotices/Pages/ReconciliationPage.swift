import Cases
import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 月度对账页 · The organs of a month, or the sheet of one of them, to be printed or sent as a workbook.
enum ReconciliationPage {
  static let title = Text("通知月度对账", "Monthly reconciliation")
  static let route = Route.list(PathPattern(NoticePaths.reconciliation), .viewNotices, title) { request in
    let principal = try request.requirePrincipal()
    let month = NoticeMonth.of(request.query["month"]) ?? request.today.firstOfMonth
    let organ = request.query["organ"]
    let keys = request.services.keys
    let organs = try await request.services.database.read {
      try ReconciliationTable.of(month, for: principal, keys, on: request.today, $0)
    }
    guard let one = organs.first(where: { $0.organ == organ }) else {
      return page(request, month, organs, nil, overview(organs, month, request))
    }
    return page(request, month, organs, one, table(one, month, request))
  }

  /// A page about one month, and of one organ or all.
  static func path(_ path: String, _ month: Day, _ organ: String?) -> String {
    path + "?" + URLEncoded.query(["month": NoticeMonth.written(month), "organ": organ ?? ""])
  }

  private static func page(
    _ request: WebRequest, _ month: Day, _ organs: [Reconciliation], _ one: Reconciliation?, _ table: DataTable
  ) -> ListPage {
    let language = request.language
    let heading = Format.month(month.year, month.month, language) + (language == .zh ? "" : ": ")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          heading + (one.map { sheetTitle($0)[language] } ?? title[language]),
          crumbs: breadcrumbs(
            [Crumb(NoticeListPage.title[language], path: NoticePaths.list), Crumb(title[language])], in: language),
          actions: actions(request, month, one) + listActions(request))
        filterForm(NoticePaths.reconciliation, saved: frame.savedFilters, in: language) {
          field(NoticeMonth.field(until: request.today), NoticeMonth.written(month), in: language)
          field(
            Field(
              "organ", Text("办案机关", "Handling organ"),
              .select(organs.map { Choice($0.organ, .same($0.organ)) }), required: false), one?.organ ?? "",
            in: language)
        }
        if let one { told(one, language) }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func sheetTitle(_ one: Reconciliation) -> Text {
    Text("\(one.organ)通知对账单", "notices of \(one.organ)")
  }

  private static func actions(_ request: WebRequest, _ month: Day, _ one: Reconciliation?) -> [HTML] {
    guard request.principal?.holds(.registerNotices) == true else { return [] }
    return [
      linkButton(SentNoticesPage.title, to: path(NoticePaths.sent, month, one?.organ), .main, in: request.language)
    ]
  }

  private static func told(_ one: Reconciliation, _ language: Language) -> HTML {
    guard let sent = one.sent else {
      return notice(
        Text("办案机关还没有提供本月发出的件数或者清单。", "The organ has not told how many it sent in this month, nor given its list."),
        .plain,
        in: language)
    }
    let (here, there) = (one.received.count, sent.count)
    let by = Text(
      "（\(Format.day(sent.recordedOn, .zh))，\(sent.recorder)登记）",
      " (\(Format.day(sent.recordedOn, .en)), \(sent.recorder))")
    return notice(
      Text(
        "我方收到\(here)件，办案机关发出\(there)件\(by.zh)；需要核对\(one.open)件。",
        "Received here \(here), sent by the organ \(there)\(by.en); \(one.open) to clear up."),
      here == there && one.open == 0 ? .good : .soon, in: language)
  }

  private static func overview(_ organs: [Reconciliation], _ month: Day, _ request: WebRequest) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("办案机关", "Handling organ")), Column(Text("我方收到", "Received here"), number: true),
        Column(Text("其中迟延", "Of them late"), number: true), Column(Text("我方超期", "Own overdue"), number: true),
        Column(Text("办案机关发出", "Sent by the organ"), number: true),
        Column(Text("需要核对", "To clear up"), number: true),
      ],
      rows: organs.map { one in
        TableRow(
          [
            a(.href(path(NoticePaths.reconciliation, month, one.organ))) { one.organ }, number(one.received.count),
            number(one.late), number(one.ownLate),
            one.sent.map { number($0.count) } ?? .text("—"), one.sent == nil ? .text("—") : number(difference(one)),
          ])
      },
      empty: Text("本月没有收到通知，也没有登记办案机关的发出数。", "No notice was received in this month, and no organ told of any."))
  }

  /// With a list, what stands open in it; with a number only, by how much the two differ.
  private static func difference(_ one: Reconciliation) -> Int {
    guard let sent = one.sent else { return 0 }
    return sent.lines == nil ? abs(sent.count - one.received.count) : one.open
  }

  private static func number(_ number: Int) -> HTML { .text(String(number)) }

  private static func table(_ one: Reconciliation, _ month: Day, _ request: WebRequest) -> DataTable {
    let language = request.language
    return DataTable(
      Text("通知对账单", "Reconciliation sheet"),
      columns: [
        Column(Text("对账结果", "Result")), Column(Text("办案机关案号", "The organ’s number")),
        Column(Text("姓名", "Name")), Column(Text("阶段", "Stage")),
        Column(Text("收到时间", "Received")), Column(Text("通知迟延", "Late")), Column(Text("案件编号", "Case number")),
        Column(Text("告知办案机关", "Organ told")), Column(Text("我方超期", "Own overdue")),
      ],
      rows: one.lines.map { row($0, language) },
      empty: Text("本月没有收到这个机关的通知。", "No notice of this organ was received in this month."))
  }

  private static func row(_ line: Reconciliation.Line, _ language: Language) -> TableRow {
    let result = tag(
      line.finding.name[language], line.finding.isOpen ? .late : line.finding == .agreed ? .good : .plain)
    func days(_ days: Int?) -> HTML {
      days.map { tag(Text.count($0, "天", "day", "days")[language], .late) } ?? .text("—")
    }
    guard let one = line.received else {
      let sent = line.sent
      return TableRow(
        [
          result, .text(sent?.organCase ?? ""), .text(Format.mask(name: sent?.name ?? "")),
          .text(sent?.stage.name[language] ?? ""),
        ] + Array(repeating: .text("—"), count: 5), line.finding.isOpen ? .late : .plain)
    }
    let again = one.isRenewal ? Text("（另行通知）", " (new notice)")[language] : ""
    return TableRow(
      [
        result, .text(one.isSeen ? one.organCase : "—"),
        .text(one.isSeen ? Format.mask(name: one.recipient) : "—"), .text(one.stage.name[language] + again),
        numeral(Format.instant(one.receivedAt, language)), days(one.daysLate),
        one.isSeen ? a(.class("num"), .href("/cases/\(one.aidCase)")) { one.number } : .text("—"),
        one.toldOn.map { numeral(Format.day($0, language)) } ?? .text("—"), days(one.ownDaysLate),
      ], line.finding.isOpen ? .late : .plain)
  }
}

/// 月份 · A month as a filter and a field write it: 2016-05.
enum NoticeMonth {
  static func of(_ written: String) -> Day? { Day(written + "-01") }
  static func written(_ month: Day) -> String { String(month.description.prefix(7)) }

  /// The two years until now, the newest first.
  static func field(until today: Day) -> Field {
    let months = (0..<24).map { today.firstOfMonth.adding(months: -$0) }
    return Field(
      "month", Text("月份", "Month"),
      .select(months.map { month in Choice(written(month), .each { Format.month(month.year, month.month, $0) }) }))
  }
}
