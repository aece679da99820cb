import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 申请列表页 · Application list page, filtered by state, township, and part of a number or name.
enum ApplicationListPage {
  static func list(
    _ request: WebRequest, _ list: ApplicationList, _ filter: ApplicationList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let (title, table) = (Text("申请", "Applications"), table(list, query, request))
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], actions: actions(request) + whole.link(request) + listActions(request))
        ForwardingPages.tabs(request)
        filters(list, filter, frame.savedFilters, language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  /// 完整数据 · The same rows with whole personal data, for a reason.
  static let whole = WholeList(
    ApplicationPaths.list, Text("申请", "Applications"), .exportWholeApplications
  ) { request, principal, reader in
    let query = ListQuery(
      request, sorts: ApplicationList.sorts, size: WholeList.mostRows + 1, filters: ApplicationList.filters)
    let list = try ApplicationList.load(ApplicationList.Filter(request), query, for: principal, reader)
    return WholeList.Rows(of: list.lines.map(\.person)) { table(list, query, request, $0) }
  }

  private static func actions(_ request: WebRequest) -> [HTML] {
    guard request.principal?.holds(.registerApplication) == true else { return [] }
    return [
      linkButton(ChecksPage.title, to: ChecksPage.path, in: request.language),
      linkButton(Text("新收申请", "New application"), to: CounterPage.path, .main, in: request.language),
    ]
  }

  private static func filters(
    _ list: ApplicationList, _ filter: ApplicationList.Filter, _ saved: SavedFilters?, _ language: Language
  ) -> HTML {
    filterForm(ApplicationPaths.list, saved: saved, in: language) {
      field(
        Field(
          "state", Text("状态", "State"),
          .select(ApplicationState.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
        filter.state?.rawValue ?? "", in: language)
      field(
        Field(
          "township", Text("乡镇（街道）", "Township"), .select(list.townships.map { Choice($0, .same($0)) }),
          required: false), filter.township, in: language)
      field(
        Field(
          "custody", Text("在押人员申请", "From custody"),
          .select([
            Choice(CustodyFilter.all.rawValue, Text("全部在押人员申请", "All from custody")),
            Choice(CustodyFilter.late.rawValue, Text("转交迟延的", "Forwarded late")),
          ]), required: false), filter.custody?.rawValue ?? "", in: language)
      field(
        Field("q", Text("编号或者姓名", "Number or name"), required: false), filter.text, in: language)
    }
  }

  private static func table(
    _ list: ApplicationList, _ query: ListQuery, _ request: WebRequest, _ whole: WholePeople = .none
  ) -> DataTable {
    let isByDue = query.sort == "due"
    return DataTable(
      whole.caption(Text("申请", "Applications")),
      columns: [
        Column(Text("编号", "Number")), Column(Text("申请人", "Applicant")), Column(Text("案由", "Cause")),
        Column(Text("乡镇（街道）", "Township")), Column(Text("状态", "State")),
        Column(
          Text("接收日期", "Received"), sortPath: query.link(sort: "newest"),
          sorted: isByDue ? nil : query.isDescending ? .ascending : .descending),
        Column(
          Text("期限", "Due"), sortPath: query.link(sort: "due"),
          sorted: isByDue ? (query.isDescending ? .descending : .ascending) : nil),
      ] + whole.columns,
      rows: list.lines.map { row($0, request, whole) },
      empty: Text(
        "没有符合条件的申请。工作站和受理窗口登记的申请会出现在这里。",
        "No application fits. Those registered at stations and at the window appear here."))
  }

  private static func due(_ line: ApplicationList.Line, _ language: Language) -> String {
    if let since = line.pausedOn {
      return Text("自\(Format.day(since, .zh))起暂停", "paused since \(Format.day(since, .en))")[language]
    }
    guard let dueOn = line.dueOn else { return "—" }
    guard let target = line.targetOn else { return Format.day(dueOn, language) }
    return Text(
      "\(Format.day(dueOn, .zh))（目标\(Format.day(target, .zh))）",
      "\(Format.day(dueOn, .en)) (target \(Format.day(target, .en)))")[language]
  }

  private static func standing(_ line: ApplicationList.Line, _ language: Language) -> HTML {
    .fragment {
      tag(line.state.name[language])
      if line.isPriority {
        " "
        tag(Priority.name[language], .soon)
      }
      if line.isForwarded {
        " "
        tag(Text("转来", "Forwarded here")[language], .plain)
      }
    }
  }

  private static func row(
    _ line: ApplicationList.Line, _ request: WebRequest, _ whole: WholePeople
  ) -> TableRow {
    let language = request.language
    let isLate = line.dueOn.map { $0 < request.today } ?? false
    return TableRow(
      [
        a(.class("num"), .href(ApplicationPaths.page(line.id))) { line.number }, .text(line.applicant),
        .text(line.cause),
        .text(line.township ?? "—"), standing(line, language), numeral(Format.day(line.receivedOn, language)),
        .text(due(line, language)),
      ] + whole.cells(line.person, in: language), isLate ? .late : .plain)
  }
}
