import Cases
import Foundation
import Indicators
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 结案率与增长 · The closing rate over both denominators, and growth over last year, on an imported ledger of the
/// handbook's own size.
@Suite struct ClosingRateTests {
  @Test func at_12_3_bothComputationsTheChosenShown() async throws {
    let fixture = try await Fixture()
    try await fixture.importLedger(open: 140, lastYear: 1_102, accepted: 1_215, closed: 1_018)
    try await fixture.load(Fixture.plan())
    let usual = try #require(try await fixture.report()[.closing])
    #expect(usual.numerator == 1_018 && usual.denominator == 1_215)
    #expect(usual.share?.value(places: 2) == "83.79")
    #expect(try await fixture.otherwise(.closing) == ["75.13"])

    var plan = Fixture.plan()
    plan.denominators = ["K6": "openingStock"]
    try await fixture.load(plan, replace: true)
    let chosen = try #require(try await fixture.report()[.closing])
    #expect(chosen.denominator == 1_355)
    #expect(chosen.share?.value(places: 2) == "75.13")
    #expect(try await fixture.otherwise(.closing) == ["83.79"])
    try await fixture.office.browse { browser in
      let leader = browser()
      try await leader.signIn("leader")
      let page = try await leader.get("/plan/2016/measures/K6")
      #expect(page.status == 200)
      #expect(page.text.contains("75.13") && page.text.contains("83.79"))
    }
  }

  @Test func at_3_3_growthOverAnImportedYear() async throws {
    let fixture = try await Fixture()
    try await fixture.importLedger(open: 0, lastYear: 1_102, accepted: 1_215, closed: 0)
    let growth = try #require(try await fixture.report()[.growth])
    #expect(growth.numerator == 1_215 && growth.denominator == 1_102)
    #expect(growth.share?.value(places: 4) == "1.1025")

    // Frozen, the base stays what it was when a case of that year turns up later.
    let measure = try #require(CaseMeasures.all.first { $0.key == "K0" })
    let (runner, system) = (ActionRunner(fixture.office.services), Principal.system(fixture.office.county))
    #expect(try await runner.run(FreezeYear(2015, growth: measure), as: system) == 1_102)
    await #expect(throws: Refusal.self) { try await runner.run(FreezeYear(2015, growth: measure), as: system) }
    await #expect(throws: Refusal.self) { try await runner.run(FreezeYear(2017, growth: measure), as: system) }
    let late = fixture.path("late.csv")
    try "number,track,form,cause,recipient,accepted_on\n补1号,civil,civilLitigationAgency,追索劳动报酬,赵春兰,2015-12-30"
      .write(
        toFile: late, atomically: true, encoding: .utf8)
    #expect(
      try await CaseImport.run(file: late, county: fixture.office.county, runner: runner).imported == 1)
    let after = try #require(try await fixture.report()[.growth])
    #expect(after.denominator == 1_102 && after.numerator == 1_215)
    try await fixture.office.browse { browser in
      let leader = browser()
      try await leader.signIn("leader")
      let page = try await leader.get("/plan/2016/measures/K0")
      #expect(page.text.contains("已冻结") && page.text.contains("+1"))
    }
  }
}

extension Fixture {
  /// `open` of last year's cases are not closed before the year begins.
  fileprivate func importLedger(open: Int, lastYear: Int, accepted: Int, closed: Int) async throws {
    let head = "number,track,form,cause,recipient,accepted_on,undertaker,undertaker_kind,unit,assigned_on,closed_on"
    func row(_ number: Int, _ accepted: String, _ closed: String) -> String {
      "旧第\(number)号,civil,civilLitigationAgency,追索劳动报酬,赵春兰,\(accepted),张静,lawFirmLawyer,禾城律师事务所,\(accepted),\(closed)"
    }
    let before = (0..<lastYear).map { row($0, "2015-03-02", $0 < open ? "" : "2015-11-30") }
    let since = (0..<accepted).map { row(lastYear + $0, "2016-03-07", $0 < closed ? "2016-10-10" : "") }
    try ([head] + before + since).joined(separator: "\n").write(
      toFile: path("two-years.csv"), atomically: true, encoding: .utf8)
    let report = try await CaseImport.run(
      file: path("two-years.csv"), county: office.county, runner: ActionRunner(office.services))
    #expect(report.imported == lastYear + accepted, "\(report.faults.prefix(3))")
  }

  fileprivate func otherwise(_ kind: IndicatorKind) async throws -> [String] {
    let (county, question) = (office.county, question())
    return try await office.services.database.read { reader in
      let plan = try PlanTable.of(question.year, in: county, reader)
      let measure = CaseMeasures.all.first { $0.key == kind.key }
      return try measure.map { measure in
        try IndicatorCount(question: question, plan: plan, reader: reader).alternatives(kind, measure)
          .compactMap { $0.share.value(places: 2) }
      } ?? []
    }
  }
}
