import Indicators
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 指派占比 · What the plan asks of assignments, told where one assigns: the share of law-firm lawyers (K4) and of senior
/// lawyers in criminal cases (K10). Here because the cases do not know the plan.
enum PlanShares {
  private static let kinds: [IndicatorKind] = [.lawFirm, .seniorLawyers]
  private static let measures = Capabilities.all.flatMap(\.measures).filter { measure in
    kinds.contains { $0.key == measure.key }
  }

  static func words(_ reader: any Reader, _ county: CountyID, _ day: Day) throws -> Text? {
    let question = IndicatorQuestion(county: county, year: day.year, today: day)
    let report = try IndicatorReport.make(
      CountyTable.of(county, reader), question, measures: measures, reader)
    let told = kinds.compactMap { report[$0]?.told(question) }
    return told.dropFirst().reduce(told.first) { all, next in all.map { $0 + Text("；", "; ") + next } }
  }
}
