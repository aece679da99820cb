import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 个人信息请求列表 · The requests that one may see, the unanswered first, and within how many days they are answered.
enum PersonalRequestList {
  static let title = Text("个人信息请求", "Personal-information requests")

  static let routes =
    [
      Route.list(PersonalRequestPaths.list, .recordPersonalRequests, title) { request in
        let principal = try request.requirePrincipal()
        let size = request.rows(ofPage: 200)
        let (lines, days) = try await request.services.database.read {
          (
            try PersonalRequestTable.lines(PersonalRequestState.allCases, limit: size, for: principal, $0),
            try PersonalRequestLimit.days(of: principal.county, on: request.today, $0)
          )
        }
        let language = request.language
        let table = table(lines, language)
        return ListPage(table) { frame in
          shell(frame, title: title[language]) {
            pageHead(
              title[language], lead: .text(Text("登记后\(days)日内答复", "Answered within \(days) days")[language]),
              actions: listActions(request))
            sheet(in: language, flush: true) { dataTable(table, in: language) }
          }
        }
      }
    ]

  private static func table(_ lines: [PersonalRequestTable.Line], _ language: Language) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("编号", "Number")), Column(Text("请求人", "Who asked")), Column(Text("请求事项", "What is asked")),
        Column(Text("收到日期", "Received on")), Column(Text("答复期限", "Due")), Column(Text("答复日期", "Answered on")),
        Column(Text("状态", "State")),
      ],
      rows: lines.map { line in
        TableRow([
          a(.class("num"), .href(PersonalRequestPaths.page.path(line.id))) { line.number },
          .text(Format.mask(name: line.name)), .text(line.kind.name[language]),
          numeral(Format.day(line.receivedOn, language)),
          numeral(line.dueOn.map { Format.day($0, language) } ?? "—"),
          numeral(line.answeredOn.map { Format.day($0, language) } ?? "—"),
          tag(line.state.name[language], line.state == .received ? .soon : .plain),
        ])
      },
      empty: Text("还没有个人信息请求。在人员档案页登记。", "No request yet. They are recorded on a person’s page."))
  }
}
