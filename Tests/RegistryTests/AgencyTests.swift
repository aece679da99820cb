import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Agencies", .timeLimit(.minutes(2)))
struct AgencyTests {
  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
  }

  private static func firm(_ office: TestOffice) async throws -> AgencyID {
    try #require(try await office.principal("firm2").agency)
  }

  @Test(
    "Closing says everything that still hangs on an agency, and closes what nothing does",
    arguments: TestOffice.Engine.allCases)
  func close(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let firm = try await Self.firm(office)
    let refusals = await #expect(throws: Refusals.self) {
      try await office.run("director", SetAgencyActive(firm, false))
    }
    #expect(refusals?.all.map(\.key) == ["agency.people", "agency.roles"])
    #expect(refusals?.all.first?.message.zh.contains("沈洁") == true)
    let centre = try #require(try await office.principal("director").agency)
    let only = await #expect(throws: Refusals.self) {
      try await office.run("director", SetAgencyActive(centre, false))
    }
    #expect(only?.all.map(\.key) == ["agency.only"])
    let bureau = try #require(try await office.principal("admin").agency)
    let empty = try await office.run("director", AddAgency(kind: .lawFirm, name: "空所", parent: bureau))
    try await office.run("director", SetAgencyActive(empty, false))
    try await office.run("director", SetAgencyActive(empty, true))
    #expect(try await office.events("agency.closed").count == 1)
    await #expect(throws: Refusal.notAllowed) { try await office.run("clerk", SetAgencyActive(empty, false)) }
  }

  @Test(
    "An agency is edited in the browser; a taken name is refused at its field",
    arguments: TestOffice.Engine.allCases)
  func edit(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let path = "/agencies/\(try await Self.firm(office))"
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let taken = try await browser.get(path + "/details").form(action: path + "/details")
        .fill(["name": "禾城律师事务所"]).submit()
      #expect(taken.status == 422)
      #expect(try !taken.error(at: "name").isEmpty)
      let done = try await taken.form(action: path + "/details").fill(["name": "正平（青禾）律师事务所"]).submit()
      #expect(try done.heading() == "正平（青禾）律师事务所")
      let refused = try await done.form(action: path + "/closing").submit()
      #expect(refused.status == 422)
      #expect(try refused.words().contains("请先结束岗位"))
    }
    #expect(try await office.firstFault() == nil)
  }
}
