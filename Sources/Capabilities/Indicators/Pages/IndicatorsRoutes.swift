package import Kernel
package import Localization
import Markup
import Registry
import Storage
package import Web
import WorkCalendar

extension Indicators {
  /// `served`: which parts of the software serve each item of the plan; `shipped`: what the first plan may begin with.
  package static func routes(
    measures: [Measure], served: [Int: [Text]] = [:], shipped: Plan? = nil
  ) -> [Route] {
    [
      Route(.get, PlanPaths.thisYear, .viewIndicators, Text("今年的工作要点", "This year’s plan"), kind: .page) {
        request in
        .redirect(PlanPaths.year.path(request.today.year))
      },
      .page(PlanPaths.year, .viewIndicators, Text("年度工作要点", "A year’s plan")) { request in
        let page = try await request.services.database.read { reader in
          try PlanPage.load(question(request, reader), measures, served, reader)
        }
        let mayChange = try request.requirePrincipal().holds(.loadPlan)
        return shell(try await request.frame(), title: PlanPage.title(page.question.year)[request.language]) {
          page.body(request.language, mayChange: mayChange)
        }
      },
      .list(PlanPaths.measure, .viewIndicators, Text("指标与案件", "An indicator and its cases")) { request in
        guard let kind = IndicatorKind(rawValue: request.value("key")),
          let measure = measures.first(where: { $0.key == kind.key })
        else { throw Refusal.notFound }
        let part = CountedCases.Part(rawValue: request.query["part"]) ?? .numerator
        let list = ListQuery(request, sorts: [], filters: ["township", "month", "part"])
        return try await request.services.database.read { reader in
          try MeasurePage.load(question(request, reader), kind, measure, part: part, list, reader)
        }.listPage(request)
      },
    ] + PlanFormRoutes(shipped: shipped).all()
  }

  /// What the address asks; a year, month or township that is none leads nowhere.
  private static func question(_ request: WebRequest, _ reader: any Reader) throws -> IndicatorQuestion {
    let county = try request.requirePrincipal().county
    guard let year = Int(request.value("year")), (2000...2100).contains(year) else { throw Refusal.notFound }
    var question = IndicatorQuestion(county: county, year: year, today: request.today)
    let (township, month) = (request.query["township"], request.query["month"])
    if !township.isEmpty {
      guard try AgencyTable.townships(county, reader).contains(township) else { throw Refusal.notFound }
      question.township = township
    }
    if !month.isEmpty {
      guard let number = Int(month), (1...12).contains(number) else { throw Refusal.notFound }
      question.month = number
    }
    return question
  }
}
