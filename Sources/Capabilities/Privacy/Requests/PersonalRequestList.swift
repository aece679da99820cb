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
            try PersonalRequestLimit.days(of: principal.county, $0)
          )
        }
        let language = request.language
        let table = table(lines, language)
        return ListPage(table) { frame in
          shell(frame, title: title[language]) {
            pageHead(
              title[language], lead: .text(Text("登记后\(days)日内答复", "Answered within \(days) days")[language]),
              actions: settings(principal, language) + listActions(request))
            sheet(in: language, flush: true) { dataTable(table, in: language) }
          }
        }
      }
    ] + AnswerDaysForm.routes

  private static func settings(_ principal: Principal, _ language: Language) -> [HTML] {
    guard principal.holds(.answerPersonalRequests) else { return [] }
    return [linkButton(AnswerDaysForm.title, to: PersonalRequestPaths.settings.path(), in: language)]
  }

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

/// 答复期限设定 · Within how many days the office answers.
enum AnswerDaysForm {
  static let title = Text("设定答复期限", "Set the time for answering")

  static let routes = Route.form(
    PersonalRequestPaths.settings, .answerPersonalRequests, title,
    page: { request, state in
      let (language, county) = (request.language, try request.requirePrincipal().county)
      let known = try await request.services.database.read { try PersonalRequestLimit.days(of: county, $0) }
      return shell(try await request.frame(), title: title[language]) {
        pageHead(
          title[language],
          crumbs: breadcrumbs(
            [
              Crumb(PersonalRequestList.title[language], path: PersonalRequestPaths.list.path()),
              Crumb(title[language]),
            ], in: language))
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
            field(days, state.value("days", or: String(known)), errors: state.errors("days"), in: language)
            submitButton(Text("保存", "Save"), in: language)
          }
        }
      }
    },
    submit: { request in
      let asked = try request.read { $0.requiredInteger("days", days.label, in: 1...PersonalRequestLimit.most) }
      try await request.run(SetAnswerDays(asked))
      return PersonalRequestPaths.list.path()
    })

  private static let days = Field(
    "days", Text("答复期限（日）", "Days for answering"), .number,
    hint: Text(
      "从登记的次日起算；只对以后登记的请求有效，最多\(PersonalRequestLimit.most)日。",
      "From the day after a request is recorded; for requests recorded from now on, at most \(PersonalRequestLimit.most)."
    ))
}
