import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 待办、在办、已办 · The three tabs of a person's work: what waits, what is under way, what was done this month.
enum WorkTabs: String, CaseIterable {
  case waiting, inProgress, done

  var title: Text {
    switch self {
    case .waiting: Text("待办", "To do")
    case .inProgress: Text("在办", "In progress")
    case .done: Text("本月已办", "Done this month")
    }
  }

  var path: String {
    switch self {
    case .waiting: "/work"
    case .inProgress: "/work/in-progress"
    case .done: "/work/done"
    }
  }

  func html(_ language: Language) -> HTML {
    tabs(
      Self.allCases.map { Tab($0.title, path: $0.path, current: $0 == self) },
      label: Text("我的工作", "My work"), in: language)
  }

  static func routes() -> [Route] {
    [
      .list("/work/in-progress", .signedIn, Self.inProgress.title) { request in
        let principal = try request.requirePrincipal()
        let hits = try await request.services.database.read { try WorkTable.inProgress(principal, $0) }
        return Self.inProgress.page(inProgress(hits, request), request)
      },
      .list("/work/done", .signedIn, Self.done.title) { request in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        let done = try await request.services.database.read { try WorkTable.done(principal, today, $0) }
        return Self.done.page(table(done, request), request)
      },
    ]
  }

  private func page(_ table: DataTable, _ request: WebRequest) -> ListPage {
    let language = request.language
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], actions: listActions(request))
        html(language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func inProgress(_ hits: [SearchHit], _ request: WebRequest) -> DataTable {
    DataTable(
      Self.inProgress.title,
      columns: [
        Column(Text("编号", "Number")), Column(Text("当事人", "Party")), Column(Text("案由", "Cause")),
        Column(Text("状态", "State")), Column(Text("日期", "Date")),
      ],
      rows: hits.map { hit in
        TableRow([
          link(hit, request), .text(hit.maskedName), .text(hit.about), tag(hit.state[request.language]),
          numeral(Format.day(hit.recordedOn, request.language)),
        ])
      },
      empty: Text(
        "没有您经手而尚未办结的申请和案件。", "Nothing you took part in is still open."))
  }

  private static func table(_ done: [WorkTable.Done], _ request: WebRequest) -> DataTable {
    let language = request.language
    return DataTable(
      Self.done.title,
      columns: [
        Column(Text("日期", "Date")), Column(Text("事项", "What was done")), Column(Text("编号", "Number")),
        Column(Text("当事人", "Party")), Column(Text("案由", "Cause")), Column(Text("状态", "State")),
      ],
      rows: done.map { one in
        TableRow([
          numeral(Format.day(one.at.day, language)),
          .text((Capabilities.eventNames[one.kind] ?? Text("办理", "Handled"))[language]), link(one.hit, request),
          .text(one.hit.maskedName), .text(one.hit.about), tag(one.hit.state[language]),
        ])
      },
      empty: Text(
        "本月还没有办理记录。您办理的每一步都会出现在这里。", "Nothing done yet this month. Each step you take appears here."))
  }

  private static func link(_ hit: SearchHit, _ request: WebRequest) -> HTML {
    let source = request.services.search.first { $0.kind == hit.subject.kind }
    return a(.class("num"), .href(source?.path(hit.subject.id) ?? Search.path)) { hit.number }
  }
}
