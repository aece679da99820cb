import App
import Foundation
import Indicators
import Intake
import Kernel
import Registry
import Storage
import Testing
import WorkCalendar

/// 演示县 · A demo is a county like any other: whole, and the same again for the same seed.
@Suite(.timeLimit(.minutes(5))) struct DemoTests {
  @Test func theSameSeedGivesTheSameFigures() async throws {
    let (first, again) = (try await Self.figures(seed: 7), try await Self.figures(seed: 7))
    #expect(first == again)
    #expect(first.contains("\"K1\""))
  }

  /// The year of whoever starts a demo without naming one: under the law of today, every track, criminal about a fifth of
  /// what was accepted, and everything that happens beside a case.
  @Test func theCurrentYearHasEveryTrack() async throws {
    let folder = try Scratch()
    let settings = try Settings(
      Settings.Flags(database: "sqlite:" + folder.path("demo.sqlite")), environment: [:], file: "/nonexistent")
    let office = try await Office.open(settings, create: true)
    _ = try await Demo(seed: 7, year: nil, population: 60_000, today: .literal(2026, 11, 27)).fill(office)
    let county = try #require(try await office.services.database.read { try CountyTable.all($0) }.first)
    #expect(try await Integrity.firstFault(county, office.services) == nil)

    let tracks = try await office.services.database.read { reader in
      try reader.rows("SELECT track FROM aid_case WHERE county = \(county.id) AND is_imported = FALSE")
        .map { row -> CaseTrack in try row.get("track") }
    }
    #expect(CaseTrack.allCases.filter { !tracks.contains($0) } == [])
    let criminal = tracks.count(where: \.isCriminal)
    #expect((15...25).contains(criminal * 100 / tracks.count), "\(criminal) of \(tracks.count)")

    for beside in [
      "defence_notice", "custody_application", "group_member", "objection", "termination", "replacement",
      "provisional_aid", "duty_shift", "legal_help", "cooperation WHERE is_incoming",
      "cooperation WHERE NOT is_incoming",
      "consultation", "supplement", "forwarding", "implementation_task",
    ] {
      let count: Int64? = try await office.services.database.read {
        try $0.value(SQL(unchecked: "SELECT COUNT(*) FROM \(beside)"))
      }
      #expect((count ?? 0) > 0, "\(beside)")
    }
    try await office.finish()
  }

  /// Lives through 2016, proves the records whole, and answers the year's figures.
  private static func figures(seed: UInt64) async throws -> String {
    let folder = try Scratch()
    let settings = try Settings(
      Settings.Flags(database: "sqlite:" + folder.path("demo.sqlite")), environment: [:], file: "/nonexistent")
    let office = try await Office.open(settings, create: true)
    let demo = Demo(seed: seed, year: 2016, population: 10_000, today: .literal(2024, 6, 3))
    let accounts = try await demo.fill(office)
    #expect(Set(accounts.map(\.login)) == Set(DemoStaff.logins))
    let county = try #require(try await office.services.database.read { try CountyTable.all($0) }.first)
    #expect(county.businessDay == demo.until)
    #expect(try await Integrity.firstFault(county, office.services) == nil)
    let question = IndicatorQuestion(county: county.id, year: 2016, today: demo.until)
    let report = try await office.services.database.read { reader in
      try IndicatorReport.make(county, question, measures: Capabilities.all.flatMap(\.measures), reader)
    }
    #expect((report[.volume]?.numerator ?? 0) > 5)
    #expect((report[.archiving]?.numerator ?? 0) > 0)
    // A year lived through, step by step, left the totals as a straight count finds them.
    let faults = try await office.services.database.read {
      try Totals.faults(county.id, office.services.facts, $0)
    }
    #expect(faults == 0)
    try await office.finish()
    return try CanonicalJSON.encode(report)
  }
}
