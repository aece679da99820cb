import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 值班表 · A month of one place, or of all: who serves, how he is reached, who stands in.
struct Roster: Sendable {
  struct Line: Sendable {
    let shift: DutyShift
    let phone: String?
  }

  let month: Day
  let place: DutyPlaceID?
  let lines: [Line]
  let places: [DutyPlace]

  static func load(_ request: WebRequest) async throws -> Roster {
    let (county, keys) = (try request.requirePrincipal().county, request.services.keys)
    let month = Day(request.query["month"] + "-01") ?? request.today.firstOfMonth
    let place = DutyPlaceID(request.query["place"])
    return try await request.services.database.read { reader in
      let shifts = try DutyShiftTable.all(from: month, to: month.lastOfMonth, at: place, in: county, reader)
      return Roster(
        month: month, place: place, lines: try shifts.map { Line(shift: $0, phone: try $0.phone(keys)) },
        places: try DutyPlaceTable.all(county, reader))
    }
  }

  func link(_ month: Day) -> String {
    let place = place.map { "&place=\($0)" } ?? ""
    return "\(HelpPaths.roster)?month=\(String(month.description.prefix(7)))\(place)"
  }
}

/// 值班表页 · The roster's page.
enum RosterPage {
  static let title = Text("值班表", "Duty roster")
  private typealias F = HelpFields

  static func list(_ request: WebRequest, _ roster: Roster) -> ListPage {
    let (language, month) = (request.language, roster.month)
    let mayArrange = request.principal?.holds(.arrangeDuty) == true
    let table = table(roster, request.today, mayArrange, language)
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(Format.month(month.year, month.month, language)),
          actions: actions(roster, mayArrange, language) + listActions(request))
        if roster.places.isEmpty { noPlace(request) }
        filterForm(HelpPaths.roster, in: language) {
          field(F.place(roster.places, required: false), roster.place?.description ?? "", in: language)
          field(
            Field("month", Text("月份", "Month"), hint: Text("例如2024-05", "Such as 2024-05"), required: false),
            String(month.description.prefix(7)), in: language)
        }
        p {
          linkButton(Text("上月", "Month before"), to: roster.link(month.adding(months: -1)), in: language)
          " "
          linkButton(Text("下月", "Month after"), to: roster.link(month.adding(months: 1)), in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  static func noPlace(_ request: WebRequest) -> HTML {
    notice(
      Text(
        "还没有登记值班地点，请先登记看守所、检察院、法院的值班地点。",
        "No duty place is on record: record those in the detention house, the procuratorate and the court first."),
      .soon, in: request.language)
  }

  private static func actions(_ roster: Roster, _ mayArrange: Bool, _ language: Language) -> [HTML] {
    guard mayArrange else { return [] }
    let planning = linkButton(PlanningPage.title, to: HelpPaths.planning, .main, in: language)
    let place = linkButton(DutyPlacePage.title, to: HelpPaths.newPlace, in: language)
    return roster.places.isEmpty ? [place] : [planning, place]
  }

  private static func table(
    _ roster: Roster, _ today: Day, _ mayArrange: Bool, _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("日期", "Day")), Column(Text("值班地点", "Duty place")), Column(Text("班次", "Shift")),
        Column(Text("值班律师", "Duty lawyer")), Column(Text("联系电话", "Phone")), Column(Text("替班", "Substitute")),
        .actions,
      ],
      rows: roster.lines.map { row($0, today, mayArrange, language) },
      empty: Text("这个月还没有排班。排班后，每天的值班律师出现在这里。", "Nothing is planned for this month. Planned shifts appear here."))
  }

  private static func row(_ line: Roster.Line, _ today: Day, _ mayArrange: Bool, _ language: Language) -> TableRow {
    let shift = line.shift
    let substitute = shift.substituteName.map { "\($0) \(shift.reason ?? "")" } ?? "—"
    let path = HelpPaths.substitution.path(shift.id)
    return TableRow(
      [
        numeral("\(Format.day(shift.day, language)) \(Format.weekday(shift.day.weekday, language))"),
        .text(shift.placeName), .text(shift.shift.name[language]), .text(shift.lawyerName),
        .text(line.phone ?? shift.placePhone ?? "—"), .text(substitute),
        mayArrange && shift.day >= today
          ? linkButton(SubstitutionPage.title, to: path, in: language) : .text("—"),
      ], shift.day == today ? .good : .plain)
  }
}

/// 今日值班 · Who serves today, at the top of the receptionist's page.
enum DutyToday {
  static let panel = HomePanelSource(key: "dutyLawyers.today", permission: .arrangeDuty) {
    reader, principal, today in
    let shifts = try DutyShiftTable.all(from: today, to: today, in: principal.county, reader)
    guard !shifts.isEmpty else { return nil }
    return Panel(
      Text("今日值班律师", "Duty lawyers today"),
      shifts.map { shift in
        let name = [shift.servingName, shift.placePhone].compactMap(\.self).joined(separator: " ")
        return Panel.Line(
          .same(shift.placeName), Text("\(name)（\(shift.shift.name.zh)）", "\(name) (\(shift.shift.name.en))"),
          path: HelpPaths.roster)
      })
  }
}
