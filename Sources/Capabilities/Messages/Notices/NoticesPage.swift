import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 通知页 · Notices: what happened to one's own matters, the latest first; the new ones are marked.
struct NoticesPage: Sendable {
  static let path = "/notices"
  static let title = Text("通知", "Notices")
  let names: [String: Text]

  func routes() -> [Route] {
    [
      .list(PathPattern(Self.path), .signedIn, Self.title) { request in
        let principal = try request.requirePrincipal()
        let (notices, read) = try await request.services.database.read { reader in
          (
            try NoticeTable.latest(principal, limit: request.rows(ofPage: 100), reader),
            try principal.user.map { try NoticeTable.read(by: $0, in: principal.county, reader) } ?? 0
          )
        }
        return list(notices, read: read, request)
      },
      .post("/notices/read", .signedIn, Text("标为已读", "Mark as read")) { request in
        try await request.run(MarkNoticesRead(upTo: Int(request.fields["number"]) ?? 0))
        return Self.path
      },
    ]
  }

  private func list(_ notices: [Notice], read: Int, _ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(notices, read: read, request))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(Self.title[language], actions: listActions(request))
        if let last = notices.first, last.number > read {
          postForm("/notices/read", request.tokens(), in: language) {
            hiddenField("number", String(last.number))
            submitButton(Text("全部标为已读", "Mark all as read"), .main, in: language)
          }
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ notices: [Notice], read: Int, _ request: WebRequest) -> DataTable {
    let language = request.language
    return DataTable(
      Self.title,
      columns: [
        Column(Text("时间", "Time")), Column(Text("事项", "What happened")), Column(Text("编号", "Number")),
        Column(Text("当事人", "Party")), Column(Text("案由", "Cause")), Column(Text("操作人", "Who")),
      ],
      rows: notices.map { one in
        let path = request.services.search.first { $0.kind == one.hit.subject.kind }?.path(one.hit.subject.id)
        let isNew = one.number > read
        return TableRow(
          [
            numeral(Format.instant(one.at, language)),
            .fragment {
              (names[one.kind] ?? Text("办理", "Handled"))[language]
              if isNew {
                " "
                tag(Text("新", "New")[language], .soon)
              }
            },
            a(.class("num"), .href(path ?? Self.path)) { one.hit.number }, .text(one.hit.maskedName),
            .text(one.hit.about), .text(one.actor),
          ], isNew ? .soon : .plain)
      },
      empty: Text(
        "没有通知。他人办理您经手的申请和案件后，会出现在这里。", "No notices. What others do to your applications and cases appears here."))
  }
}
