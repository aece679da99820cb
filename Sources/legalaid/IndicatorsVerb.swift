import App
import ArgumentParser
import Foundation
import Indicators
import Kernel
import Localization
import Registry
import Sheets
import Storage
import WorkCalendar

/// 指标 · indicators: the sixteen numbers of a year, or the very cases behind one of them.
struct IndicatorsVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "指标 · The plan's indicators of a year, live from the records")
  @OptionGroup var place: OfficeOptions
  @Option var year: Int
  @Option(help: "Counts what is dated up to this day; 31 December of a past year, else today.") var asOf: String?
  @Option var township: String?
  @Option(help: "The name of a law firm or office.") var unit: String?
  @Option(help: "1 to 12") var month: Int?
  @Option(help: "A key such as K2: the cases behind it.") var cases: String?
  @Option(help: "table, json, csv or xlsx") var format: String = "table"

  func run() async throws {
    let format = try chosenFormat()
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let today = county.businessDay ?? office.services.clock.today
    let bytes = try await office.services.database.read { [self] reader in
      try answer(county, question(county, today, reader), format, reader)
    }
    await office.services.database.close()
    FileHandle.standardOutput.write(Data(bytes))
  }

  private func answer(
    _ county: County, _ question: IndicatorQuestion, _ format: TableFormat, _ reader: any Reader
  ) throws -> [UInt8] {
    guard let cases else {
      let report = try IndicatorReport.make(county, question, measures: measures, reader)
      return try bytes(report, IndicatorSheets.figures(report), format)
    }
    guard let kind = IndicatorKind(rawValue: cases.uppercased()) else {
      throw ValidationError("--cases \(cases): K0 to K15")
    }
    guard let measure = measures.first(where: { $0.key == kind.key }) else {
      throw Refusal("indicators.notCounted", kind.whyNotYet)
    }
    let plan = try PlanTable.of(question.year, in: county.id, reader)
    let frozen = try IndicatorCount(question: question, plan: plan, reader: reader).frozenBase()
    let behind = try CasesBehind(
      measure.over(plan?.denominators?[kind.key]), question, isFrozen: kind == .growth && frozen != nil, reader)
    return try bytes(behind, IndicatorSheets.cases(behind), format)
  }

  private var measures: [Measure] { Capabilities.all.flatMap(\.measures) }

  private func bytes(_ answer: some Encodable, _ sheet: Sheet, _ format: TableFormat) throws -> [UInt8] {
    if format == .json { return try CanonicalJSON.bytes(answer) + [UInt8(ascii: "\n")] }
    return try TableOutput.bytes(sheet, as: format, language: .zh, created: 0)
  }

  private func question(_ county: County, _ today: Day, _ reader: any Reader) throws -> IndicatorQuestion {
    guard (2000...2100).contains(year) else { throw ValidationError("--year \(year): from 2000 to 2100") }
    var question = IndicatorQuestion(county: county.id, year: year, asOf: try day(), today: today)
    if let township, try !AgencyTable.townships(county.id, reader).contains(township) {
      throw ValidationError("--township \(township): no such township 没有这个乡镇")
    }
    if let month, !(1...12).contains(month) { throw ValidationError("--month \(month): 1 to 12") }
    if let unit {
      guard let found = try AgencyTable.all(county.id, reader).first(where: { $0.name == unit }) else {
        throw ValidationError("--unit \(unit): no such unit 没有这个单位")
      }
      question.unit = found.id
    }
    (question.township, question.month) = (township, month)
    return question
  }

  private func day() throws -> Day? {
    guard let asOf else { return nil }
    guard let day = Day(asOf) else { throw ValidationError("--as-of \(asOf): a day such as 2016-09-30") }
    return day
  }

  private func chosenFormat() throws -> TableFormat {
    guard let format = TableFormat(rawValue: format) else {
      throw ValidationError("--format \(format): table, json, csv or xlsx")
    }
    return format
  }
}
