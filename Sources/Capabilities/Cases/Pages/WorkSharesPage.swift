import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 办案量分配页 · Who got how much this year, how it came about, and how far from the average.
enum WorkSharesPage {
  static let title = Text("办案量分配", "Shares of work")
  static let path = "/assignments/shares"

  static let route = Route.list(PathPattern(path), .viewWorkShares, title) { request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let shares = try await request.services.database.read { try WorkShare.all(for: principal, on: today, $0) }
    let (language, table) = (request.language, table(shares, request.language))
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], lead: .text(lead(shares)[language]), actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func lead(_ shares: [WorkShare]) -> Text {
    let total = shares.reduce(0) { $0 + $1.year }
    let average = Format.ratio(total, shares.count, places: 1) ?? "—"
    return Text(
      "本年指派\(total)件，名单上\(shares.count)人，人均\(average)件",
      "\(total) assigned this year among \(shares.count) on the list: \(average) each on average")
  }

  private static func table(_ shares: [WorkShare], _ language: Language) -> DataTable {
    let total = shares.reduce(0) { $0 + $1.year }
    return DataTable(
      title,
      columns: [
        Column(Text("姓名", "Name")), Column(Text("单位", "Unit")), Column(Text("在办", "Open"), number: true),
        Column(Text("本年", "This year"), number: true), Column(Text("其中刑事", "Criminal"), number: true),
      ] + AssignmentWay.allCases.map { Column($0.name, number: true) } + [
        Column(Text("与人均相比", "Against the average")), Column(Text("另选的理由", "Reasons of other choices")),
      ],
      rows: shares.map { row($0, total, shares.count, language) },
      empty: Text("名单上还没有法律援助人员。", "Nobody is on the list yet."))
  }

  private static func row(_ one: WorkShare, _ total: Int, _ count: Int, _ language: Language) -> TableRow {
    // Compared in whole numbers: his cases times the people against all cases.
    let difference = one.year * count - total
    let word =
      difference == 0
      ? Text("相同", "the same")
      : difference > 0 ? Text("多于人均", "above it") : Text("少于人均", "below it")
    let cells: [HTML] = [
      .text(one.person.name), .text(one.person.unitName), numeral(String(one.open)), numeral(String(one.year)),
      numeral(String(one.criminal)),
    ]
    let last: [HTML] = [
      .text(word[language]),
      one.reasons.isEmpty
        ? .text("—") : .fragment { for reason in one.reasons { div(.class("small")) { reason } } },
    ]
    return TableRow(cells + AssignmentWay.allCases.map { numeral(String(one.ways[$0] ?? 0)) } + last)
  }
}
