import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 覆盖情况页 · Coverage by township, by group, and the refusals by reason; whoever was not reached is marked.
enum CoveragePage {
  static let title = Text("覆盖情况", "Coverage")
  static let path = "/coverage"

  /// 分类 · What the rows are.
  enum By: String, CaseIterable, Sendable {
    case township, group, refusal

    var name: Text {
      switch self {
      case .township: Text("按乡镇", "By township")
      case .group: Text("按人群", "By group")
      case .refusal: Text("不予援助的原因", "Why aid was refused")
      }
    }
  }

  static let route = Route.list(PathPattern(path), .viewCoverage, title) { request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let year = Int(request.query["year"]).flatMap { (2000...today.year).contains($0) ? $0 : nil } ?? today.year
    let by = By(rawValue: request.query["by"]) ?? .township
    let days = Day.literal(year, 1, 1)...min(Day.literal(year, 12, 31), today)
    let coverage = try await request.services.database.read {
      try Coverage.of(days, in: principal.county, request.services.keys, $0)
    }
    let (language, table) = (request.language, table(coverage, by, request.language))
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], lead: .text(lead(coverage, year)[language]), actions: listActions(request))
        tabs(
          By.allCases.map { one in
            Tab(one.name, path: "\(path)?year=\(year)&by=\(one.rawValue)", current: one == by)
          }, label: title, in: language)
        filterForm(path, in: language) {
          field(Field("year", Text("年度", "Year"), .number), String(year), in: language)
          input(.type(.hidden), .name("by"), .value(by.rawValue))
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func lead(_ coverage: Coverage, _ year: Int) -> Text {
    let places = coverage.townships.count { !$0.isReached }
    let groups = coverage.groups.count { !$0.isReached }
    return Text(
      "\(year)年有\(places)个乡镇、\(groups)类人群没有受援人",
      "In \(year) \(places) townships and \(groups) groups had no recipient")
  }

  private static func table(_ coverage: Coverage, _ by: By, _ language: Language) -> DataTable {
    switch by {
    case .township: lines(coverage.townships, Text("乡镇", "Township"), language)
    case .group: lines(coverage.groups, Text("人群类别", "Groups"), language)
    case .refusal:
      DataTable(
        by.name,
        columns: [Column(Text("未通过的审查", "Test failed")), Column(Text("件数", "Applications"), number: true)],
        rows: coverage.refusals.map { TableRow([.text($0.name[language]), numeral(String($0.count))]) },
        empty: Text("没有不予援助的申请。", "No application was refused."))
    }
  }

  private static func lines(_ lines: [Coverage.Line], _ first: Text, _ language: Language) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(first), Column(Text("受援人次", "Times aided"), number: true),
        Column(Text("受援人数", "Persons aided"), number: true),
        Column(Text("不予援助", "Refused"), number: true), Column(Text("提示", "Note")),
      ],
      rows: lines.map { one in
        TableRow(
          [
            .text(one.name[language]), numeral(String(one.times)), numeral(String(one.persons)),
            numeral(String(one.refused)),
            one.isReached ? .text("—") : tag(Text("没有受援人", "Nobody reached")[language], .soon),
          ], one.isReached ? .plain : .soon)
      },
      empty: Text("没有登记乡镇，请先登记工作站。", "No township is on record: add the stations first."))
  }
}
