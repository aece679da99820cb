import App
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 索引的使用 · What is asked for by a key is looked up by it, also in an office without statistics, as after a long import.
@Suite struct IndexUseTests {
  /// Search entries and counted facts are read again some hundred at a time: by their ids, never through the county.
  @Test func recordsAreReadByTheirIDs() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 5, 6), hour: 9), seal: false)
    let (services, county) = (office.services, office.county)
    try await services.database.read { base in
      let ids = (0..<500).map { _ in UUIDv7() }
      for source in services.search {
        let reader = PlanReader(base)
        let found = try source.entries(reader, services.keys, county, ids)
        #expect(found.isEmpty && !reader.plans.isEmpty)
        #expect(reader.walks == [], "\(source.kind)")
      }
      for source in services.facts {
        let reader = PlanReader(base)
        let found = try source.facts(reader, county, ids)
        #expect(found.isEmpty && !reader.plans.isEmpty)
        #expect(reader.walks == [], "\(source.key)")
      }
    }
  }

  /// A number typed whole is asked of its own index before any word of it.
  @Test func aNumberIsLookedUpWhole() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      var walk = Walk(Desks(office, open), .chinese, serial: 1)
      try await walk.go(to: .approve)
    }
    let number = try #require(try await office.value("SELECT number FROM aid_case", as: String.self))
    let director = try await office.principal("director")
    try await office.services.database.read { base in
      let reader = PlanReader(base)
      let found = try SearchTable.find(number, kinds: ["case", "application"], for: director, reader)
      #expect(found.hits.map(\.number) == [number] && reader.plans.count == 1)
      #expect(
        reader.plans.joined().contains { $0.contains("search_entry_by_number (county=? AND record_number=?)") })
      // A part of it is looked for as words.
      let part = try SearchTable.find(String(number.dropLast()), kinds: ["case"], for: director, reader)
      #expect(!part.hits.isEmpty && reader.plans.count > 2)
    }
  }
}
