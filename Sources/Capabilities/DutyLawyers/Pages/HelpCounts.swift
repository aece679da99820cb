import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 法律帮助统计 · Figures of legal help: how many, how many pleas witnessed, how many applications forwarded, by place,
/// lawyer and month; apart from legal aid cases.
struct HelpCounts: Sendable {
  enum By: String, CaseIterable, Sendable {
    case place, lawyer, month

    var name: Text {
      switch self {
      case .place: Text("值班地点", "Duty place")
      case .lawyer: Text("值班律师", "Duty lawyer")
      case .month: Text("月份", "Month")
      }
    }
  }

  struct Line: Sendable {
    let name: String
    let helps: Int
    let pleas: Int
    let taken: Int
    let forwarded: Int
    let late: Int
  }

  let by: By
  let from: Day
  let to: Day
  let lines: [Line]

  static func load(_ request: WebRequest) async throws -> HelpCounts {
    let principal = try request.requirePrincipal()
    let by = By(rawValue: request.query["by"]) ?? .place
    let from = Day(request.query["from"]) ?? request.today.firstOfYear
    let to = Day(request.query["to"]) ?? from.lastOfYear
    let rows = try await request.services.database.read { try load(by, from, to, for: principal, $0) }
    return HelpCounts(by: by, from: from, to: to, lines: rows)
  }

  /// Counted on the day the help was given.
  static func load(
    _ by: By, _ from: Day, _ to: Day, for principal: Principal, _ reader: any Reader
  ) throws -> [Line] {
    let rows = try reader.rows(
      """
      SELECT h.helped_at, place.name AS place_name, l.name AS lawyer_name, h.plea_on, h.taken_at, h.forwarded_at,
        h.forwarded_late
      FROM legal_help h JOIN duty_place place ON place.id = h.place
        LEFT JOIN legal_aid_person l ON l.id = h.undertaker
      WHERE \(principal.scope("h")) AND h.helped_at >= \(Instant(from)) AND h.helped_at < \(Instant(to.next))
      ORDER BY h.helped_at, h.id
      """)
    var found: [String: Line] = [:]
    for row in rows {
      let day = try row.get("helped_at", as: Instant.self).day
      let key: String =
        switch by {
        case .place: try row.get("place_name")
        case .lawyer: try row.get("lawyer_name", as: String?.self) ?? "—"
        case .month: String(day.description.prefix(7))
        }
      let (plea, taken): (Day?, Instant?) = (try row.get("plea_on"), try row.get("taken_at"))
      let (forwarded, late): (Instant?, Int?) = (try row.get("forwarded_at"), try row.get("forwarded_late"))
      let before = found[key] ?? Line(name: key, helps: 0, pleas: 0, taken: 0, forwarded: 0, late: 0)
      found[key] = Line(
        name: key, helps: before.helps + 1, pleas: before.pleas + (plea == nil ? 0 : 1),
        taken: before.taken + (taken == nil ? 0 : 1), forwarded: before.forwarded + (forwarded == nil ? 0 : 1),
        late: before.late + (late == nil ? 0 : 1))
    }
    return found.values.sorted { $0.name < $1.name }
  }
}

/// 法律帮助统计页 · The page of these figures.
enum HelpCountsPage {
  static let title = Text("法律帮助统计", "Figures of legal help")

  static func list(_ request: WebRequest, _ counts: HelpCounts) -> ListPage {
    let language = request.language
    let table = table(counts, language)
    let rule = Text(
      "按提供帮助的日期统计；法律帮助不是法律援助案件，不计入案件数。",
      "Counted on the day the help was given. Legal help is no legal aid case and stands in no figure of cases.")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language],
          crumbs: breadcrumbs(
            [Crumb(HelpListPage.title[language], path: HelpPaths.list), Crumb(title[language])], in: language),
          lead: .text(rule[language]), actions: listActions(request))
        filterForm(HelpPaths.counts, in: language) {
          field(
            Field("by", Text("分组", "By"), .select(HelpCounts.By.allCases.map { Choice($0.rawValue, $0.name) })),
            counts.by.rawValue, in: language)
          field(Field("from", HelpFields.from.label, .date), counts.from.description, in: language)
          field(Field("to", HelpFields.to.label, .date), counts.to.description, in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func table(_ counts: HelpCounts, _ language: Language) -> DataTable {
    func numbers(_ line: HelpCounts.Line) -> [HTML] {
      [line.helps, line.pleas, line.taken, line.forwarded, line.late].map { numeral(String($0)) }
    }
    let all = counts.lines.reduce(HelpCounts.Line(name: "", helps: 0, pleas: 0, taken: 0, forwarded: 0, late: 0)) {
      .init(
        name: "", helps: $0.helps + $1.helps, pleas: $0.pleas + $1.pleas, taken: $0.taken + $1.taken,
        forwarded: $0.forwarded + $1.forwarded, late: $0.late + $1.late)
    }
    return DataTable(
      title,
      columns: [
        Column(counts.by.name), Column(Text("法律帮助", "Legal help"), number: true),
        Column(Text("见证具结", "Pleas witnessed"), number: true),
        Column(Text("接收申请", "Applications taken"), number: true),
        Column(Text("转交申请", "Applications forwarded"), number: true),
        Column(Text("逾期转交", "Forwarded late"), number: true),
      ],
      rows: counts.lines.map { TableRow([.text($0.name)] + numbers($0)) },
      totals: counts.lines.isEmpty ? [] : [.text(Text("合计", "Total")[language])] + numbers(all),
      empty: Text("这段时间没有法律帮助。登记后计入这里。", "No legal help in these days. What is recorded is counted here."))
  }
}
