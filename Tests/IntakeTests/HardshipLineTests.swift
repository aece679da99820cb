import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct HardshipLineTests {
  @Test(arguments: [
    ("2015-12-31", nil), ("2016-01-01", 1_600_00), ("2016-06-30", 1_600_00), ("2016-07-01", 1_770_00),
  ])
  func theLineOfTheDay(_ day: String, _ amount: Int64?) async throws {
    let office = try await Fixture.office()
    let raised = HardshipLine(amountFen: 1_770_00, unit: .month, from: Day("2016-07-01"))
    try await office.run("director", SetHardshipLine(raised))
    let (county, asked) = (office.county, try #require(Day(day)))
    let found = try await office.services.database.read { try HardshipLineTable.inForce(on: asked, in: county, $0) }
    #expect(found?.amountFen == amount)
  }

  @Test func itComesBackAsItWasSet() async throws {
    let office = try await Fixture.office()
    let county = office.county
    let found = try await office.services.database.read {
      try HardshipLineTable.inForce(on: .literal(2016, 4, 29), in: county, $0)
    }
    #expect(found == Fixture.line)
  }
}
