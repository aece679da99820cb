import Cases
import Foundation
import Indicators
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 1,500 imported cases give exactly the shares that an independent count gives.
@Suite struct IndependentCountTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func agreesOnEveryShare(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    try await fixture.load(Fixture.plan())
    let file = try await fixture.importCases()
    let plan = fixture.path("plan.yaml")
    try Data(CanonicalJSON.bytes(Fixture.plan())).write(to: URL(filePath: plan))
    for day in [nil, "2016-09-30", "2016-02-29", "2016-01-01"] {
      let options = ["--year", "2016"] + (day.map { ["--as-of", $0] } ?? [])
      let counted = try IndependentTool.count(file, plan: plan, options)
      let report = try await fixture.report(fixture.question(day.flatMap { Day($0) }))
      #expect(counted.count == 7)
      for (key, figure) in counted {
        let own = try #require(report.indicators.first { $0.key == key })
        #expect(own.numerator == figure.numerator, "\(key) \(day ?? "")")
        #expect(own.denominator == figure.denominator, "\(key) \(day ?? "")")
      }
    }
  }

  /// The lists behind a figure are as long as the figure says, and in order of number.
  @Test func theCasesBehindAreAsMany() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.importCases(rows: 300)
    let (report, question) = (try await fixture.report(), fixture.question())
    for measure in CaseMeasures.all {
      let indicator = try #require(report.indicators.first { $0.key == measure.key })
      let lists = try await fixture.office.services.database.read { reader in
        try CountedCases.Part.allCases.map {
          try CountedCases($0, of: measure, question)?.all(reader).compactMap(\.number)
        }
      }
      #expect(lists[0]?.count == indicator.numerator)
      if let denominator = lists[1] { #expect(denominator.count == indicator.denominator, "\(measure.key)") }
      for list in lists.compactMap({ $0 }) {
        #expect(list == list.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      }
    }
  }

  /// The months of a year add up to it.
  @Test func monthsAddUp() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.importCases(rows: 300)
    var months = 0
    for month in 1...12 {
      months += try #require(try await fixture.report(fixture.question(month: month))[.volume]?.numerator)
    }
    #expect(months == (try await fixture.report()[.volume]?.numerator))
  }
}
