import Kernel
import Localization
import Markup
import Messages
import Web
import WorkCalendar

/// 待办页 · Work list page: overdue in red, due within three days in amber, then the rest; each row one click from its
/// action.
struct WorkListPage {
  static let title = Text("我的待办", "My work list")
  /// 黄灯 · Days before the due day from which a row is amber (design).
  static let soonDays = 3

  let list: WorkList
  let query: ListQuery
  let today: Day
  /// 公告 · What is to be read first.
  let news: [Announcement]
  let panels: [Panel]

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) { body(table, request) }
    }
  }

  private func body(_ table: DataTable, _ request: WebRequest) -> HTML {
    let language = request.language
    let (items, late) = (list.items, list.overdue(today))
    let soon = items.filter { tone($0) == .soon }.count
    let lead = Text(
      "\(Format.day(today, .zh)) \(Format.weekday(today.weekday, .zh))，超期\(late)件，\(Self.soonDays)日内到期\(soon)件，其余\(items.count - late - soon)件",
      "\(Format.weekday(today.weekday, .en)), \(Format.day(today, .en)): \(late) overdue, \(soon) due within \(Self.soonDays) days, \(items.count - late - soon) others"
    )
    return .fragment {
      pageHead(Self.title[language], lead: .text(lead[language]), actions: listActions(request))
      for one in news { one.onHome(request) }
      for panel in panels { panelSheet(panel, in: language) }
      WorkTabs.waiting.html(language)
      sheet(in: language, flush: true) {
        dataTable(table, in: language)
        pages(query, of: items.count, in: language)
        if list.isCut { p(.class("small soft")) { Self.cut[language] } }
      }
    }
  }

  private static let cut = Text(
    "每类事项列出最急的\(WorkItemSource.most)件，其余的办完前面的就会出现。",
    "Of each kind the \(WorkItemSource.most) most urgent are listed; the others come up as these are dealt with.")

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("期限", "Due")), Column(Text("事项", "To do")), Column(Text("当事人与案由", "About")),
        Column(Text("文号", "Number")), .actions,
      ],
      rows: query.page(of: list.items).map { row($0, language) },
      empty: Text(
        "没有待办事项。新的申请、审批和案件会按期限出现在这里。",
        "Nothing waits for you. New applications, approvals and cases appear here by their clocks."))
  }

  private func row(_ item: WorkItem, _ language: Language) -> TableRow {
    TableRow(
      [
        due(item, language),
        .fragment {
          div {
            b { item.title[language] }
            if item.isPriority {
              " "
              tag(Text("优先", "Priority")[language], .soon)
            }
          }
          div(.class("small soft")) { item.detail[language] }
        },
        .text(item.about), .text(item.number ?? "—"),
        linkButton(Text("办理", "Open"), to: item.path, tone(item) == .late ? .main : .plain, in: language),
      ], tone(item))
  }

  private func due(_ item: WorkItem, _ language: Language) -> HTML {
    if item.isUrged { return tag(Text("催办", "Urged")[language], .late) }
    if let pausedOn = item.pausedOn { return paused(pausedOn, language) }
    guard let day = item.dueOn else { return .text("—") }
    return .fragment {
      div { tag(remaining(day)[language], tone(item)) }
      div(.class("small soft num")) { Format.day(day, language) }
      if let target = item.targetOn {
        div(.class("small soft num")) {
          Text("目标\(Format.day(target, .zh))", "target \(Format.day(target, .en))")[language]
        }
      }
      if item.isProvisional { div(.class("small soft")) { Text("暂按周末计算", "weekends only so far")[language] } }
    }
  }

  private func paused(_ day: Day, _ language: Language) -> HTML {
    .fragment {
      div { tag(Text("暂停计算", "paused")[language]) }
      div(.class("small soft num")) {
        Text("自\(Format.day(day, .zh))起", "since \(Format.day(day, .en))")[language]
      }
    }
  }

  private func remaining(_ day: Day) -> Text {
    switch today.days(until: day) {
    case ..<0: Text("超期\(day.days(until: today))天", "\(day.days(until: today)) days late")
    case 0: Text("今天到期", "due today")
    case 1: Text("明天到期", "due tomorrow")
    case let left: Text("还有\(left)天", "\(left) days left")
    }
  }

  private func tone(_ item: WorkItem) -> Tone {
    if item.isUrged { return .late }
    guard let day = item.dueOn else { return .plain }
    return day < today ? .late : today.days(until: day) <= Self.soonDays ? .soon : .plain
  }
}
