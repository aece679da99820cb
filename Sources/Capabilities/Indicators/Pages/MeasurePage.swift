import Charts
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 指标页 · One indicator: its figure, rule and months, and below them the very cases that were counted.
struct MeasurePage: Sendable {
  let question: IndicatorQuestion
  let measure: Measure
  let indicator: Indicator
  /// The figure over the denominators that were not chosen.
  let others: [(name: Text, share: Share)]
  /// 上年基数 · Last year as it was frozen, where this is the growth over it.
  let frozenBase: Int?
  let trend: MonthlyTrend
  let part: CountedCases.Part
  let counts: [CountedCases.Part: Int]
  let cases: [CountedCases.Entry]
  let townships: [String]
  let groupCounting: GroupCounting
  let list: ListQuery

  static func load(
    _ question: IndicatorQuestion, _ kind: IndicatorKind, _ whole: Measure, part wanted: CountedCases.Part,
    _ list: ListQuery, _ reader: any Reader
  ) throws -> MeasurePage {
    let plan = try PlanTable.of(question.year, in: question.county, reader)
    let measure = whole.over(plan?.denominators?[kind.key])
    let count = IndicatorCount(question: question, plan: plan, reader: reader)
    let indicator = try count.indicator(kind, whole)
    var year = question
    year.month = nil
    let wholeYear = try IndicatorCount(question: year, plan: plan, reader: reader).indicator(kind, whole)
    var counts: [CountedCases.Part: Int] = [:]
    for part in CountedCases.Part.allCases {
      counts[part] = try CountedCases(part, of: measure, question)?.count(reader)
    }
    let part = counts[wanted] == nil ? .numerator : wanted
    return MeasurePage(
      question: question, measure: measure, indicator: indicator, others: try count.alternatives(kind, whole),
      frozenBase: kind == .growth ? try count.frozenBase() : nil,
      trend: try MonthlyTrend(wholeYear, measure, year, reader), part: part, counts: counts,
      cases: try CountedCases(part, of: measure, question)?.page(offset: list.offset, size: list.size, reader)
        ?? [],
      townships: try AgencyTable.townships(question.county, reader),
      groupCounting: try GroupCounting.of(question.county, reader), list: list)
  }

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    return ListPage(table) { frame in
      shell(frame, title: indicator.name[language]) { body(table, listActions(request), language) }
    }
  }

  private func body(_ table: DataTable, _ actions: [HTML], _ language: Language) -> HTML {
    .fragment {
      pageHead(
        indicator.name[language],
        crumbs: breadcrumbs(
          [
            Crumb(PlanPage.title(question.year)[language], path: PlanPaths.year.path(question.year)),
            Crumb(indicator.name[language]),
          ], in: language), lead: .text(measure.countingRule[language]), actions: actions)
      TownshipFilter(townships: townships, chosen: question.township, kept: kept).form(
        PlanPaths.measure.path(question.year, indicator.key), language)
      sheet(in: language) { facts(figures(language), in: language) }
      sheet(in: language) { trend.chart(language).figure }
      sheet(Text("案件", "Cases"), in: language) {
        tabs(parts, label: Text("统计部分", "Parts of the figure"), in: language)
        dataTable(table, in: language)
        pager(
          page: list.page, of: list.pages(of: counts[part] ?? 0), total: counts[part] ?? 0, in: language,
          path: list.link(page:))
      }
      CountingFooter.html(question, groupCounting, language)
    }
  }

  private var kept: [(name: String, value: String)] {
    [("part", part.rawValue)] + (question.month.map { [("month", String($0))] } ?? [])
  }

  private func figures(_ language: Language) -> [Fact] {
    var figures = [
      Fact(Text("数值", "Value"), indicator.shownWithUnit[language]),
      Fact(Text("分子", "Numerator"), indicator.numerator.map(Format.count) ?? "—"),
      Fact(Text("分母", "Denominator"), indicator.denominator.map(Format.count) ?? "—"),
    ]
    if let frozenBase, let now = counts[.denominator] {
      let change = now - frozenBase
      figures.append(
        Fact(Text("上年基数（已冻结）", "Last year’s base (frozen)"), Format.count(frozenBase)))
      figures.append(
        Fact(Text("冻结后的调整", "Adjusted since"), (change > 0 ? "+" : "") + Format.count(change)))
    }
    for other in others {
      let value = other.share.value(places: 2).map { "\($0)% (\(Format.count(other.share.denominator)))" } ?? "—"
      figures.append(Fact(Text("另一种算法：", "Counted otherwise: ") + other.name, value))
    }
    if let target = indicator.shownTarget { figures.append(Fact(Text("目标", "Target"), target[language])) }
    if let toGo = indicator.toGo {
      figures.append(Fact(Text("还需", "Still needed"), Format.count(toGo)))
      if toGo > 0, question.month == nil,
        let each = Forecast.perMonth(toGo, asOf: question.asOf, year: question.year)
      {
        figures.append(Fact(Text("剩余月份月均", "Needed per remaining month"), each))
      }
    }
    if let month = question.month { figures.append(Fact(Text("月份", "Month"), self.month(month, language))) }
    return figures
  }

  private func month(_ month: Int, _ language: Language) -> HTML {
    .fragment {
      "\(month) "
      a(.href(PlanPaths.measure(indicator.kind, trend.question))) { Text("看全年", "The whole year")[language] }
    }
  }

  private var parts: [Tab] {
    CountedCases.Part.allCases.compactMap { each in
      counts[each].map { count in
        Tab(
          each.name, path: PlanPaths.measure(indicator.kind, question, part: each), count: count,
          current: each == part)
      }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Text("计入的案件", "Cases counted"),
      columns: [Column(Text("案件编号", "Case number")), Column(Text("计入日期", "Counts on"))],
      rows: cases.map { entry in
        let day = entry.day.map { numeral(Format.day($0, language)) } ?? .text("—")
        guard let number = entry.number else {
          return TableRow([.text(Text("不予显示", "Not shown")[language]), day])
        }
        guard let path = measure.recordPath else { return TableRow([.text(number), day]) }
        return TableRow([a(.href("\(path)\(entry.id)")) { number }, day])
      },
      empty: Text("没有计入的案件。", "No cases are counted here."))
  }
}

extension CountedCases.Part {
  var name: Text { self == .numerator ? Text("分子", "Numerator") : Text("分母", "Denominator") }
}
