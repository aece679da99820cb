package import Kernel
import Localization
package import Registry
package import Storage
import WorkCalendar

/// 指标报告 · Indicator report: the sixteen numbers of a year, live from the records.
package struct IndicatorReport: Sendable, Encodable {
  /// 统计口径版本 · Printed under every report.
  package static let countingRules = "1"

  package let county: String
  package let year: Int
  package let asOf: String
  package let countingRules: String
  /// 群体性案件统计口径 · How group cases count.
  package let groupCounting: GroupCounting
  /// Always sixteen, K0 to K15.
  package let indicators: [Indicator]

  package subscript(_ kind: IndicatorKind) -> Indicator? { indicators.first { $0.kind == kind } }

  package static func make(
    _ county: County, _ question: IndicatorQuestion, measures: [Measure], _ reader: any Reader
  ) throws -> IndicatorReport {
    let plan = try PlanTable.of(question.year, in: county.id, reader)
    let count = IndicatorCount(question: question, plan: plan, reader: reader)
    return IndicatorReport(
      county: county.name, year: question.year, asOf: question.asOf.description, countingRules: countingRules,
      groupCounting: try GroupCounting.of(county.id, reader),
      indicators: try IndicatorKind.allCases.map { kind in
        try count.indicator(kind, measures.first { $0.key == kind.key })
      })
  }
}
