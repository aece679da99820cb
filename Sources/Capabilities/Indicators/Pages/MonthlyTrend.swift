import Charts
import Kernel
import Localization
import Storage
import WorkCalendar

/// 月度走势 · Monthly trend: one indicator month by month, as far as the year has gone.
struct MonthlyTrend: Sendable {
  let kind: IndicatorKind
  let question: IndicatorQuestion
  let months: [Indicator]
  /// The figure of the whole year so far.
  let year: Indicator

  init(_ year: Indicator, _ measure: Measure, _ question: IndicatorQuestion, _ reader: any Reader) throws {
    self.kind = year.kind
    self.question = question
    self.year = year
    let last =
      question.asOf.year == question.year ? question.asOf.month : question.asOf.year > question.year ? 12 : 0
    months = try (0..<last).map { index in
      var month = question
      month.month = index + 1
      return try IndicatorCount(question: month, plan: nil, reader: reader).indicator(year.kind, measure)
    }
  }

  /// Volume and growth are shown as cases a month, shares as the month's own share.
  private var countsCases: Bool { kind == .volume || kind == .growth }

  func chart(_ language: Language) -> ColumnChart {
    let what = countsCases ? Text("受理案件", "Cases accepted") : kind.name
    let title = Text("各月\(what.zh)", "\(what.en) by month")
    return ColumnChart(
      ChartWords(
        title: title[language],
        description: Text(
          "\(question.year)年截至\(question.asOf.month)月，每月一柱，点开见当月案件。",
          "One column for each month of \(question.year) so far, each leading to its cases."
        )[language],
        label: Text("月份", "Month")[language], value: what[language], target: Text("目标", "Target")[language],
        forecast: Text("预测", "Forecast")[language], dataTable: Text("数据表", "Data table")[language],
        empty: Text("今年还没有数据。", "No figures this year yet.")[language]),
      columns: months.enumerated().map { datum($1, month: $0 + 1, language) } + expected(language), target: target)
  }

  private func datum(_ indicator: Indicator, month: Int, _ language: Language) -> Datum {
    let (label, link) = (label(month, language), PlanPaths.measure(kind, question, month: month))
    if countsCases { return Datum(label, indicator.numerator ?? 0, link: link) }
    return Datum(label, indicator.share?.drawn ?? 0, shown: indicator.shownWithUnit[language], link: link)
  }

  private func label(_ month: Int, _ language: Language) -> String { Text("\(month)月", "\(month)")[language] }

  /// What the months to come bring if the year goes on as it went.
  private func expected(_ language: Language) -> [Datum] {
    guard countsCases, months.count < 12, !months.isEmpty, let soFar = year.numerator,
      let end = Forecast.yearEnd(soFar, asOf: question.asOf, year: question.year)
    else { return [] }
    let left = 12 - months.count
    return (months.count + 1...12).map { month in
      Datum(
        label(month, language), Double(end - soFar) / Double(left),
        shown: Format.ratio(end - soFar, left, places: 0) ?? "", isForecast: true)
    }
  }

  /// A yearly number of cases falls on twelve months alike.
  private var target: Datum? {
    guard let target = year.target, let denominator = year.denominator, denominator > 0 else { return nil }
    if !countsCases {
      return Datum("", Double(target.units) / Double(target.perOne), shown: year.shownTarget?.zh ?? "")
    }
    let least = Share(0, denominator, scale: kind.scale).toGo(target, kind.comparison, raising: .numerator) ?? 0
    return Datum("", Double(least) / 12, shown: Format.ratio(least, 12, places: 1) ?? "")
  }
}
