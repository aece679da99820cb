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

  /// The lists behind a figure are as long as the figure says, each once, in the order of the days they count on; what is
  /// concealed comes last and says nothing. Page by page they are the same.
  @Test func theCasesBehindAreAsMany() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.importCases(rows: 300)
    try await fixture.conceal(cases: 30)
    let (report, question) = (try await fixture.report(), fixture.question())
    for measure in CaseMeasures.all {
      let indicator = try #require(report.indicators.first { $0.key == measure.key })
      for part in CountedCases.Part.allCases {
        guard let cases = CountedCases(part, of: measure, question) else { continue }
        let (list, pages) = try await fixture.office.services.database.read { reader in
          let pages = try (0..<20).flatMap { try cases.page(offset: $0 * 17, size: 17, reader) }
          return (try cases.all(reader), pages)
        }
        let count = part == .numerator ? indicator.numerator : indicator.denominator
        #expect(list.count == count, "\(measure.key)")
        #expect(Set(list.map(\.id)).count == list.count, "\(measure.key)")
        let shown = list.prefix { $0.number != nil }
        #expect(list.dropFirst(shown.count).allSatisfy { $0.number == nil && $0.day == nil })
        let days = shown.compactMap(\.day)
        #expect(days.count == shown.count && days == days.sorted(), "\(measure.key)")
        #expect(pages == list, "\(measure.key)")
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
