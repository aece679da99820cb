import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 公告页 · Announcements: the list, the form that publishes one, and the page of one.
enum AnnouncementRoutes {
  static let path = "/announcements"
  static let title = Text("公告", "Announcements")
  private static let publish = Text("发布公告", "Publish an announcement")
  private static let one = Text("公告", "Announcement")

  private static let heading = Field("title", Text("标题", "Title"))
  private static let body = Field(
    "body", Text("正文", "Text"), .textarea(rows: 6),
    hint: Text("岗位上的人都看得到，不要写个人信息。", "Everybody of the audience reads it: no personal data."))
  private static let audience = Field(
    "audience", Text("对象", "Audience"), .checkboxes(Role.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text("不选表示所有人。", "None chosen means everybody."), required: false)
  private static let from = Field("from", Text("开始日期", "From"), .date)
  private static let to = Field("to", Text("结束日期", "To"), .date)

  @RouteBuilder static func routes() -> [Route] {
    Route.list(PathPattern(path), .signedIn, title) { request in
      let principal = try request.requirePrincipal()
      let all = try await request.services.database.read {
        try AnnouncementTable.all(principal, limit: request.rows(ofPage: 200), $0)
      }
      return list(all, principal, request)
    }
    Route.form("/announcements/new", .publishAnnouncements, publish, page: form, submit: submit)
    Route.page("/announcements/{id}", .signedIn, one) { try await page($0) }
    Route.post("/announcements/{id}/reading", .signedIn, Text("公告已读", "Mark an announcement as read")) { request in
      try await request.run(ReadAnnouncement(request.id()))
      return "/work"
    }
    Route.post("/announcements/{id}/withdrawal", .publishAnnouncements, Text("撤下公告", "Take it down")) { request in
      try await request.run(WithdrawAnnouncement(request.id()))
      return path
    }
  }

  private static func list(_ all: [Announcement], _ principal: Principal, _ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(all, request))
    let adding =
      principal.holds(.publishAnnouncements)
      ? [linkButton(publish, to: "/announcements/new", .main, in: language)] : []
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], actions: adding + listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func table(_ all: [Announcement], _ request: WebRequest) -> DataTable {
    let language = request.language
    return DataTable(
      title,
      columns: [
        Column(Text("标题", "Title")), Column(Text("开始日期", "From")), Column(Text("结束日期", "To")),
        Column(Text("对象", "Audience")), Column(Text("发布人", "Published by")), Column(Text("状态", "State")),
      ],
      rows: all.map { it in
        TableRow([
          a(.href("\(path)/\(it.id)")) { it.title }, numeral(Format.day(it.fromOn, language)),
          numeral(Format.day(it.toOn, language)), .text(it.audienceName[language]), .text(it.publisherName),
          tag(it.standing(on: request.today)[language], it.isShown(on: request.today) ? .good : .plain),
        ])
      },
      empty: Text("还没有公告。", "No announcement so far."))
  }

  private static func page(_ request: WebRequest) async throws -> HTML {
    let (language, principal, id): (_, _, AnnouncementID) = (
      request.language, try request.requirePrincipal(), try request.id()
    )
    let it = try await request.services.database.read { try AnnouncementTable.one(id, for: principal, $0) }
    return shell(try await request.frame(), title: it.title) {
      pageHead(
        it.title,
        crumbs: breadcrumbs([Crumb(title[language], path: path), Crumb(it.title)], in: language))
      sheet(in: language) {
        it.paragraphs
        facts(
          [
            Fact(Text("对象", "Audience"), it.audienceName[language]),
            Fact(
              Text("期间", "Shown"),
              "\(Format.day(it.fromOn, language)) – \(Format.day(it.toOn, language))"),
            Fact(Text("发布人", "Published by"), it.publisherName),
            Fact(Text("状态", "State"), it.standing(on: request.today)[language]),
          ], in: language)
      }
      if principal.holds(.publishAnnouncements), it.withdrawnOn == nil, it.toOn >= request.today {
        actionForm("\(path)/\(id)/withdrawal", request.tokens(), Text("撤下公告", "Take it down"), in: language)
      }
    }
  }

  @Sendable private static func form(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, today) = (request.language, request.today)
    return shell(try await request.frame(), title: publish[language]) {
      pageHead(
        publish[language],
        crumbs: breadcrumbs([Crumb(title[language], path: path), Crumb(publish[language])], in: language))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          field(heading, state.value("title"), errors: state.errors("title"), in: language)
          field(body, state.value("body"), errors: state.errors("body"), in: language)
          field(from, state.value("from", or: today.description), errors: state.errors("from"), in: language)
          field(
            to, state.value("to", or: today.adding(days: 7).description), errors: state.errors("to"), in: language)
          field(audience, typed: state.values("audience"), errors: state.errors("audience"), in: language)
          submitButton(Text("发布", "Publish"), .main, in: language)
        }
      }
    }
  }

  @Sendable private static func submit(_ request: WebRequest) async throws -> String {
    let roles = Set(request.fields.values("audience").prefix(Role.allCases.count).compactMap { Role(rawValue: $0) })
    let action = try request.read { form in
      PublishAnnouncement(
        title: form.requiredText("title", heading.label, max: 60),
        body: form.requiredText("body", body.label, max: 2_000, isMultiline: true), audience: roles,
        from: form.requiredDay("from", from.label), to: form.requiredDay("to", to.label))
    }
    return "\(path)/\(try await request.run(action))"
  }
}
