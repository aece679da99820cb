import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 未结案件时长 · Ageing board: open cases in which nothing happened for long, the longest first, each one click away.
struct AgeingPage: Sendable {
  static let title = Text("久未办理的案件", "Open cases without progress")

  /// 久未办理案件 · One open case with the day of its last event.
  struct Line: Sendable {
    let id: CaseID
    let number: String
    let recipientName: String
    let cause: String
    let state: CaseState
    let undertaker: String
    let lastOn: Day
  }

  let band: AgeingBand
  let counts: [AgeingBand: Int]
  let lines: [Line]
  let today: Day

  static let route = Route.list(CasePaths.ageing, .viewCases, title) { request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let band = AgeingBand(rawValue: request.query["band"]) ?? .over90
    let page = try await request.services.database.read { reader in
      AgeingPage(
        band: band, counts: try AgeingTable.counts(on: today, for: principal, reader),
        lines: try AgeingTable.lines(band, on: today, for: principal, limit: request.rows(ofPage: 300), reader),
        today: today)
    }
    return page.listPage(request)
  }

  private func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) { body(table, listActions(request), in: language) }
    }
  }

  private func body(_ table: DataTable, _ actions: [HTML], in language: Language) -> HTML {
    let crumbs = breadcrumbs(
      [Crumb(Text("案件", "Cases")[language], path: CasePaths.list.path()), Crumb(Self.title[language])], in: language
    )
    return .fragment {
      pageHead(Self.title[language], crumbs: crumbs, actions: actions)
      tabs(
        AgeingBand.allCases.map { one in
          Tab(
            one.name, path: CasePaths.ageing.path() + "?band=\(one.rawValue)", count: counts[one] ?? 0,
            current: one == band)
        }, label: Text("时长", "Time without progress"), in: language)
      sheet(in: language, flush: true) { dataTable(table, in: language) }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("案件编号", "Number")), Column(Text("受援人", "Recipient")), Column(Text("案由", "Cause")),
        Column(Text("状态", "State")), Column(Text("承办", "Undertaker")), Column(Text("最近办理", "Last event")),
        Column(Text("天数", "Days"), number: true),
      ],
      rows: lines.map { line in
        let days = line.lastOn.days(until: today)
        return TableRow(
          [
            a(.class("num"), .href(CasePaths.page.path(line.id))) { line.number }, .text(line.recipientName),
            .text(line.cause), .text(line.state.name[language]),
            .text(line.undertaker.isEmpty ? "—" : line.undertaker),
            numeral(Format.day(line.lastOn, language)), numeral(String(days)),
          ], days > AgeingBand.over365.days ? .late : days > AgeingBand.over180.days ? .soon : .plain)
      }, empty: Text("没有久未办理的案件。", "No open case has been without progress for so long."))
  }
}

enum AgeingTable {
  static func counts(
    on today: Day, for principal: Principal, _ reader: any Reader
  ) throws -> [AgeingBand: Int] {
    let bands = AgeingBand.allCases
    let sums: [SQL] = bands.map {
      "COALESCE(SUM(CASE WHEN event.at < \($0.start(on: today)) THEN 1 ELSE 0 END), 0) AS \(raw: $0.column)"
    }
    guard let widest = bands.max(by: { $0.start(on: today) < $1.start(on: today) }),
      let row = try reader.row(
        "SELECT \(sums.joined(", ")) FROM \(aged) WHERE \(condition(widest, today, principal))")
    else { return [:] }
    return try Dictionary(uniqueKeysWithValues: bands.map { ($0, try row.get($0.column)) })
  }

  /// The longest without an event first.
  static func lines(
    _ band: AgeingBand, on today: Day, for principal: Principal, limit: Int, _ reader: any Reader
  ) throws -> [AgeingPage.Line] {
    try reader.rows(
      """
      SELECT aid_case.id, aid_case.number, recipient_name, recipient.protection, cause, state,
        agency.name AS unit_name, legal_aid_person.name AS undertaker_name, event.at
      \(source(band, today, principal)) ORDER BY event.at, aid_case.id LIMIT \(limit)
      """
    ).map { row in
      let names = [
        try row.get("unit_name", as: String?.self), try row.get("undertaker_name", as: String?.self),
      ]
      let at: Instant = try row.get("at")
      return AgeingPage.Line(
        id: try row.get("id"), number: try row.get("number"),
        recipientName: try Protection(row).name(row.get("recipient_name"), to: principal),
        cause: try row.get("cause"),
        state: try row.get("state"), undertaker: names.compactMap(\.self).joined(separator: " · "), lastOn: at.day)
    }
  }

  private static func source(_ band: AgeingBand, _ today: Day, _ principal: Principal) -> SQL {
    """
    FROM \(aged) JOIN person recipient ON recipient.id = aid_case.recipient
      LEFT JOIN agency ON agency.id = aid_case.unit
      LEFT JOIN legal_aid_person ON legal_aid_person.id = aid_case.undertaker
    WHERE \(condition(band, today, principal))
    """
  }

  private static let aged: SQL =
    "aid_case JOIN event ON event.county = aid_case.county AND event.number = aid_case.last_event"

  private static func condition(_ band: AgeingBand, _ today: Day, _ principal: Principal) -> SQL {
    """
    \(principal.sight("aid_case")) AND aid_case.state IN \(list: CaseState.allCases.filter(\.isActive))
      AND event.at < \(band.start(on: today))
    """
  }
}

extension AgeingBand {
  fileprivate var column: String { "beyond_\(days)" }
}
