import Charts
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 年度要点页 · The living plan: every target and where it stands today, item by item, each number leading to its cases.
struct PlanPage: Sendable {
  let question: IndicatorQuestion
  let plan: Plan?
  let report: IndicatorReport
  let trend: MonthlyTrend?
  let townships: [String]
  /// Which parts of the software serve an item.
  let served: [Int: [Text]]

  static func title(_ year: Int) -> Text { Text("\(year)年法律援助工作要点", "Legal aid work plan of \(year)") }

  static func load(
    _ question: IndicatorQuestion, _ measures: [Measure], _ served: [Int: [Text]], _ reader: any Reader
  ) throws -> PlanPage {
    let report = try IndicatorReport.make(
      CountyTable.of(question.county, reader), question, measures: measures, reader)
    let volume = measures.first { $0.key == IndicatorKind.volume.key }
    return PlanPage(
      question: question, plan: try PlanTable.of(question.year, in: question.county, reader), report: report,
      trend: try volume.flatMap { measure in
        try report[.volume].map { try MonthlyTrend($0, measure, question, reader) }
      }, townships: try AgencyTable.townships(question.county, reader), served: served)
  }

  func body(_ language: Language, mayChange: Bool) -> HTML {
    .fragment {
      pageHead(
        Self.title(question.year)[language], lead: .text(lead[language]),
        actions: mayChange
          ? [linkButton(PlanForm.title, to: PlanPaths.content.path(question.year), in: language)] : [])
      if plan == nil { notice(Self.noPlan(question.year), .soon, in: language) }
      TownshipFilter(townships: townships, chosen: question.township).form(
        PlanPaths.year.path(question.year), language)
      kpiCards(cards(language), in: language)
      sheet(in: language) {
        if let trend { trend.chart(language).figure }
        if let forecast { p { forecast[language] } }
      }
      if let plan, !plan.items.isEmpty {
        sheet(Text("任务", "Items"), in: language, flush: true) {
          planRows(plan.items.map { PlanItem(item: $0, page: self).row(language) }, in: language)
        }
      }
      CountingFooter.html(question, report.groupCounting, language)
    }
  }

  private var lead: Text {
    var lead = Text(
      "截至\(Format.day(question.asOf, .zh))，数字由业务记录实时产生，点开可见案件",
      "As of \(Format.day(question.asOf, .en)), live from the records; every number opens its cases")
    if let population = plan?.population {
      let persons = Format.count(population.persons)
      let base =
        population.base == .registered ? Text("户籍人口", "registered population") : Text("常住人口", "resident population")
      lead =
        lead
        + Text(
          "。\(base.zh)\(persons)（\(population.source)，\(Format.day(population.asOf, .zh))）",
          "; \(base.en) \(persons) (\(population.source), \(Format.day(population.asOf, .en)))")
    }
    return lead
  }

  static func noPlan(_ year: Int) -> Text {
    Text(
      "\(year)年的工作要点还没有设定，因此没有目标。请局领导在本页“设定年度要点”。",
      "No plan of \(year) is set, so there are no targets: the bureau’s leader sets it on this page.")
  }

  private static let onCards: [IndicatorKind] = [
    .volume, .criminal, .litigation, .lawFirm, .observation, .closing,
  ]

  private func cards(_ language: Language) -> [KPICard] {
    Self.onCards.compactMap { report[$0] }.map { indicator in
      KPICard(
        indicator.name, value: indicator.shown, unit: indicator.share == nil ? nil : indicator.unit,
        chart: indicator.bullet(language), note: indicator.standing(question),
        path: PlanPaths.measure(indicator.kind, question), indicator.isMet == false ? .late : .plain)
    }
  }

  private var forecast: Text? {
    guard let soFar = report[.volume]?.numerator,
      let end = Forecast.yearEnd(soFar, asOf: question.asOf, year: question.year)
    else { return nil }
    return Text(
      "已受理\(Format.count(soFar))件；按今年的进度，年底约\(Format.count(end))件。",
      "\(Format.count(soFar)) cases accepted; at this year’s pace about \(Format.count(end)) by its end.")
  }
}
