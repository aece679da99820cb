import Foundation
import Indicators
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct ReportTests {
  @Test func alwaysSixteenRows() async throws {
    let report = try await Fixture().report()
    #expect(report.indicators.map(\.key) == (0...15).map { "K\($0)" })
    #expect(report.countingRules == "1" && report.asOf == "2016-12-31" && report.county == "青禾县")
    for indicator in report.indicators {
      #expect((indicator.numerator == nil) == (indicator.reason != nil), "\(indicator.key)")
      #expect(indicator.numerator ?? 0 == 0)
      #expect(indicator.isMet == nil && indicator.toGo == nil)
    }
  }

  /// Every value that is not known is written as null.
  @Test func asJSON() async throws {
    let fixture = try await Fixture()
    try await fixture.load(Fixture.plan())
    _ = try await fixture.importCases(rows: 40)
    let json = try JSONSerialization.jsonObject(with: Data(CanonicalJSON.bytes(await fixture.report())))
    let rows = try #require((json as? [String: Any])?["indicators"] as? [[String: Any]])
    let always: Set = [
      "key", "name", "numerator", "denominator", "scale", "value", "target", "comparison", "met", "toGo",
    ]
    #expect(rows.allSatisfy { always.isSubset(of: $0.keys) })
    let volume = try #require(rows.first { $0["key"] as? String == "K1" })
    #expect(volume["denominator"] as? Int == 812_345 && volume["scale"] as? Int == 10_000)
    #expect(volume["target"] as? String == "12" && volume["comparison"] as? String == ">=")
    #expect(volume["met"] as? Bool == false && volume["value"] is String)
    let followUp = try #require(rows.first { $0["key"] as? String == "K7" })
    #expect(followUp["numerator"] is NSNull && followUp["value"] is NSNull && followUp["target"] is NSNull)
    #expect((followUp["reason"] as? [String: String])?["zh"]?.isEmpty == false)
  }

  @Test func withoutPopulationOnlyTheBaseIsMissing() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.importCases(rows: 40)
    let volume = try #require(try await fixture.report()[.volume])
    #expect(volume.numerator ?? 0 > 0 && volume.denominator == nil && volume.share == nil && volume.reason == nil)
  }

  /// The plan tells last year's figure until a case of that year is on record.
  @Test func importingLastYearReplacesThePlansFigure() async throws {
    let fixture = try await Fixture()
    try await fixture.load(Fixture.plan(lastYear: 1_102))
    #expect(try await fixture.report()[.growth]?.denominator == 1_102)
    #expect(try await fixture.report(fixture.question(township: "河东镇"))[.growth]?.denominator == nil)
    _ = try await fixture.importCases(rows: 40)
    let counted: Int? = try await fixture.office.value(
      "SELECT COUNT(*) FROM aid_case WHERE accepted_on < '2016-01-01'")
    #expect(try await fixture.report()[.growth]?.denominator == counted)
  }

  @Test func aTownshipHasItsOwnPopulation() async throws {
    let fixture = try await Fixture()
    try await fixture.load(Fixture.plan())
    let report = try await fixture.report(fixture.question(township: "河东镇"))
    #expect(report[.volume]?.denominator == 95_000)
    #expect(try await fixture.report(fixture.question(township: "清水镇"))[.volume]?.denominator == nil)
  }

  @Test func figuresAreOfADay() {
    let county = CountyID()
    func asOf(_ year: Int, today: Day) -> Day { IndicatorQuestion(county: county, year: year, today: today).asOf }
    #expect(asOf(2015, today: .literal(2016, 5, 4)) == .literal(2015, 12, 31))
    #expect(asOf(2016, today: .literal(2016, 5, 4)) == .literal(2016, 5, 4))
  }
}
