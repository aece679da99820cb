import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 转交的页面 · The pages of forwarding: the form that forwards, and the list of what an office has forwarded.
enum ForwardingPages {
  static let title = Text("转交其他机构", "Forward to another office")
  static let listTitle = Text("转出的申请", "Forwarded applications")

  static func form(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ receivers: [Agency], _ frame: Frame
  ) -> HTML {
    guard !receivers.isEmpty else { return StepPage.closed(request, view, frame, title, nobody) }
    let (language, it) = (request.language, view.application)
    let nearest = receivers.first { $0.township != nil && $0.township == it.township }
    return StepPage.html(
      request, state, view, frame, title, path: .forward,
      consequence: Consequence(
        Text(
          "把申请连同全部材料、文书转交给所选机构办理；转交后本机构只保留转交记录和告知单",
          "hand the application with all its papers to the office chosen; this one keeps a line in its list and the note"
        ),
        whom: view.person.name, papers: [view.names[IntakeForms.forwardingCode]].compactMap(\.self),
        basis: .list(ForwardingRules.basis(it.ruleSet).map(\.name))),
      button: Text("确认转交", "Forward it")
    ) {
      field(
        receiver(receivers), state.value("receiver", or: nearest?.id.description), errors: state.errors("receiver"),
        in: language)
      field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  static func receiver(_ receivers: [Agency]) -> Field {
    Field(
      "receiver", receiverLabel, .select(receivers.map { Choice($0.id.description, .same($0.name)) }),
      hint: Text(
        "只能选择本县在用的中心和工作站；属于外县的，请告知申请人向该机构申请",
        "Active centres and stations of this county only; for another county, point the applicant there"))
  }

  static let receiverLabel = Text("接收机构", "Receiving office")
  static let reason = Field(
    "reason", Text("转交理由", "Why it is forwarded"), .textarea(rows: 3),
    hint: Text("写入告知单，例如住所地或者争议发生地在哪里", "Stands on the note: for example where the home or the dispute is"))

  private static let nobody = Refusal(
    "forwarding.nobody",
    Text(
      "本县没有其他在用的中心或者工作站。属于外县的，请告知申请人向该机构申请。",
      "This county has no other active centre or station. For another county, point the applicant there."))

  /// 申请、转出的申请 · The two lists of applications.
  static func tabs(_ request: WebRequest) -> HTML {
    let path = ApplicationPaths.forwarded
    return Web.tabs(
      [
        Tab(Text("申请", "Applications"), path: ApplicationPaths.list, current: request.path != path),
        Tab(listTitle, path: path, current: request.path == path),
      ], label: Text("申请", "Applications"), in: request.language)
  }

  static func list(_ request: WebRequest, _ list: ForwardingList, _ query: ListQuery) -> ListPage {
    let (language, table) = (request.language, table(list, request.language))
    return ListPage(table) { frame in
      shell(frame, title: listTitle[language]) {
        pageHead(listTitle[language], actions: listActions(request))
        tabs(request)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func table(_ list: ForwardingList, _ language: Language) -> DataTable {
    DataTable(
      listTitle,
      columns: [
        Column(Text("编号", "Number")), Column(Text("申请人", "Applicant")), Column(Text("案由", "Cause")),
        Column(Text("转出机构", "Forwarded from")), Column(receiverLabel), Column(Text("转交", "Forwarded on, by")),
        Column(Text("状态", "State")),
      ],
      rows: list.lines.map { row($0, language) },
      empty: Text(
        "没有转出的申请。不属于本机构办理的申请转交后，会出现在这里。",
        "Nothing forwarded. Applications handed on to the right office appear here."))
  }

  private static func row(_ line: ForwardingList.Line, _ language: Language) -> TableRow {
    TableRow([
      .fragment {
        line.isWithinScope
          ? a(.class("num"), .href(ApplicationPaths.page(line.application))) { line.number } : numeral(line.number)
        div(.class("small")) {
          line.isNoteMade
            ? a(.href("/papers/\(line.note)")) { Text("打开告知单", "Open the note")[language] }
            : tag(Text("正在制作", "Being made")[language], .soon)
        }
      },
      .text(line.maskedName), .text(line.cause), .text(line.senderName), .text(line.receiverName),
      .fragment {
        numeral(Format.day(line.forwardedOn, language))
        div(.class("small soft")) { line.forwardedBy }
      },
      tag(line.state.name[language]),
    ])
  }
}
