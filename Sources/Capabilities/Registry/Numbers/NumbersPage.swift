import Kernel
import Localization
import Markup
import Web

/// 文号登记页 · Register of numbers: the series of a year, and the numbers of one of them, cancelled ones with their reason.
struct NumbersPage {
  static let path = "/numbers"
  static let title = Text("文号登记", "Register of numbers")

  let year: Int
  let series: [NumberSeries]
  /// The series that is opened, with one page of its numbers.
  let opened: NumberSeries?
  let entries: [NumberEntry]
  let query: ListQuery
  let isManaged: Bool

  /// The workbook holds the opened series, or all of them in short.
  func listPage(_ request: WebRequest) -> ListPage {
    let language = request.language
    return ListPage(opened.map { register($0, language) } ?? overview(language)) { frame in
      shell(frame, title: Self.title[language]) { body(listActions(request), frame.savedFilters, language) }
    }
  }

  private func body(_ actions: [HTML], _ saved: SavedFilters?, _ language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        lead: .text(
          Text(
            "文号每年从1开始，不重复使用；作废的文号留在登记簿里。",
            "Numbers begin at 1 each year and are never used twice; cancelled ones stay here."
          )[language]), actions: actions)
      filterForm(Self.path, saved: saved, in: language) {
        field(
          Field("year", Text("年度", "Year"), .number, required: false), String(year), in: language)
        field(
          Field(
            "kind", Text("种类", "Series"), .select(series.map { Choice($0.kind.key, $0.kind.name) }), required: false
          ),
          opened?.kind.key ?? "", in: language)
      }
      sheet(in: language, flush: true) { dataTable(overview(language), in: language) }
      if let opened {
        h2 { opened.kind.name[language] }
        sheet(in: language, flush: true) { dataTable(register(opened, language), in: language) }
        pager(
          page: query.page, of: query.pages(of: count(opened)), total: count(opened), in: language
        ) { query.link(page: $0) }
      }
    }
  }

  private func count(_ series: NumberSeries) -> Int { series.issued + series.cancelled + series.imported }

  private func overview(_ language: Language) -> DataTable {
    DataTable(
      Text("编号种类", "Series"),
      columns: [
        Column(Text("种类", "Series")), Column(Text("下一个文号", "Next number")),
        Column(Text("已使用", "In use"), number: true), Column(Text("作废", "Cancelled"), number: true),
        Column(Text("历史案件已用", "Imported"), number: true), Column(Text("未说明空号", "Gaps"), number: true),
      ] + (isManaged ? [.actions] : []),
      rows: series.map { row($0, language) }, empty: Text("还没有编号种类。", "No series yet."))
  }

  private func row(_ one: NumberSeries, _ language: Language) -> TableRow {
    let change = linkButton(
      Text("编号规则", "Template"), to: "\(Self.path)/series/\(one.kind.key)/template", in: language)
    return TableRow(
      [
        a(.href("\(Self.path)?year=\(year)&kind=\(one.kind.key)")) { one.kind.name[language] },
        numeral(one.next), numeral(String(one.issued)), numeral(String(one.cancelled)),
        numeral(String(one.imported)), numeral(String(one.unexplained)),
      ] + (isManaged ? [change] : []), one.unexplained == 0 ? .plain : .late)
  }

  private func register(_ one: NumberSeries, _ language: Language) -> DataTable {
    DataTable(
      one.kind.name,
      columns: [
        Column(Text("文号", "Number")), Column(Text("状态", "State")), Column(Text("原因", "Reason")),
      ] + (isManaged ? [.actions] : []),
      rows: entries.map { entry($0, language) },
      empty: Text("这一年还没有发出文号。", "No number was given out this year."))
  }

  private func entry(_ entry: NumberEntry, _ language: Language) -> TableRow {
    let cancel: HTML =
      entry.state == .issued
      ? linkButton(
        Text("作废", "Cancel"), to: "\(Self.path)/cancellation?\(URLEncoded.query(["number": entry.text]))",
        in: language) : .empty
    return TableRow(
      [
        numeral(entry.text), tag(entry.state.name[language], entry.state == .cancelled ? .late : .plain),
        .text(entry.reason ?? "—"),
      ] + (isManaged ? [cancel] : []))
  }
}
