import Cases
import Foundation
import Indicators
import Kernel
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试县 · A county with the plan of 2016 and the made-up ledger of its independent count.
final class Fixture {
  static let population = Plan.Population(
    base: .registered, persons: 812_345, asOf: .literal(2015, 12, 31), source: "县公安局")

  static func plan(lastYear: Int? = nil) -> Plan {
    let targets = ["K0": "1", "K1": "12", "K2": "19", "K3": "55", "K4": "35", "K5": "5"].compactMapValues(
      Target.init)
    return Plan(
      year: 2016, population: population, townshipPopulation: ["河东镇": 95_000],
      lastYear: lastYear.map { Plan.LastYear(accepted: $0, source: "2015年统计表") }, targets: targets,
      items: [
        Plan.Item(number: 3, title: "保持办案数量稳步增长", owner: "县法律援助中心", measures: ["K0", "K1"]),
        Plan.Item(number: 9, title: "加强便民窗口和工作站建设", owner: "县司法局", measures: []),
      ])
  }

  let office: TestOffice
  private let folder: URL

  init(
    _ engine: TestOffice.Engine = .sqlite, at instant: Instant = Instant(.literal(2017, 1, 10), hour: 9)
  ) async throws {
    office = try await TestOffice(engine, at: instant, seal: false)
    folder = FileManager.default.temporaryDirectory.appending(path: "indicators-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func load(_ plan: Plan, replace: Bool = false) async throws -> LoadPlan.Result {
    try await LoadPlan.run(plan, replace: replace, as: .system(office.county), ActionRunner(office.services))
  }

  /// Imports so many of the made-up cases; answers the ledger.
  func importCases(rows: Int = 1_500) async throws -> String {
    let file = path("cases.csv")
    try IndependentTool.cases(["--seed", "1", "--rows", String(rows)], to: file)
    let report = try await CaseImport.run(file: file, county: office.county, runner: ActionRunner(office.services))
    guard report.imported == rows else { throw IndependentTool.Failure(description: "\(report.faults)") }
    return file
  }

  func question(_ asOf: Day? = nil, township: String? = nil, month: Int? = nil) -> IndicatorQuestion {
    IndicatorQuestion(
      county: office.county, year: 2016, asOf: asOf, today: office.clock.now.day, township: township, month: month)
  }

  func report(_ question: IndicatorQuestion? = nil) async throws -> IndicatorReport {
    let (county, question) = (office.county, question ?? self.question())
    return try await office.services.database.read {
      try IndicatorReport.make(CountyTable.of(county, $0), question, measures: CaseMeasures.all, $0)
    }
  }

  /// Some of the cases on record are sealed.
  func conceal(cases: Int) async throws {
    let county = office.county
    try await office.services.database.write(serial: county.uuid) { tx in
      for row in try tx.rows("SELECT matter FROM aid_case WHERE county = \(county) ORDER BY number LIMIT \(cases)")
      {
        let matter: MatterID = try row.get("matter")
        try tx.run(
          """
          INSERT INTO concealment (county, matter, ground, reason, set_by, set_on, last_event)
          VALUES (\(county), \(matter), \(ConcealmentGround.sealed), '判决', '测试', \(Day.literal(2016, 1, 4)), 0)
          """)
      }
    }
  }
}
