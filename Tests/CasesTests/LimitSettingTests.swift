import Cases
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 设定期限 · A limit that was not verified can be set from a day on; one the law was read to say cannot.
@Suite(.timeLimit(.minutes(2))) struct LimitSettingTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  /// Starts a clock, that of replacing an undertaker as a complaint would, and says when it is due.
  private func due(_ office: TestOffice, _ limit: LimitRule = CasesLimits.replacement) async throws -> Day? {
    let id = CaseID()
    let agency = try #require(try await office.principal("director").agency)
    try await office.act("director") { context in
      try context.start(limit, on: .aidCase(id), owner: agency)
    }
    return try await office.services.database.read { try Deadline.open(.aidCase(id), $0).first?.dueOn }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aClockKeepsTheLengthOfItsFirstDay(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning)
    #expect(try await due(office) == .literal(2016, 3, 14))
    let day = Day.literal(2016, 3, 9)
    try await office.run(
      "admin",
      SetLimit(CasesLimits.replacement, under: .rs2012, number: 3, from: day, source: "省厅〔2016〕1号"),
      Submission(version: 1))
    #expect(try await due(office) == .literal(2016, 3, 14))
    office.clock.move(to: Instant(day, hour: 9))
    #expect(try await due(office) == .literal(2016, 3, 14))
    office.clock.move(to: .literal(2016, 3, 14), hour: 9)
    #expect(try await due(office) == .literal(2016, 3, 17))
    let event = try #require(try await office.events("limit.set").first)
    #expect(event.facts["source"] == "省厅〔2016〕1号")
    #expect(try await office.firstFault() == nil)
  }

  @Test(
    "AT-12.2 A dossier is due after 30 days, or 15 where the local rules say so",
    arguments: TestOffice.Engine.allCases)
  func theDossierIsDueByLocalRules(_ engine: TestOffice.Engine) async throws {
    let closed = Day.literal(2016, 12, 1)
    let office = try await TestOffice(engine, at: Instant(closed, hour: 9))
    #expect(try await due(office, CasesLimits.dossier) == .literal(2017, 1, 3))
    try await office.run(
      "admin", SetLimit(CasesLimits.dossier, under: .rs2012, number: 15, from: closed, source: "省法律援助条例"))
    #expect(try await due(office, CasesLimits.dossier) == .literal(2016, 12, 16))
  }

  @Test("A setting goes on under a rule set that only amends the one it was made for")
  func aSettingOutlivesAnAmendment() async throws {
    let office = try await TestOffice(at: Instant(.literal(2025, 3, 3), hour: 9))
    let day = Day.literal(2025, 3, 3)
    try await office.run(
      "admin", SetLimit(CasesLimits.dossier, under: .rs2023, number: 15, from: day, source: "省法律援助条例"))
    office.clock.move(to: .literal(2025, 9, 1), hour: 9)
    #expect(try await due(office, CasesLimits.dossier) == .literal(2025, 9, 16))
  }

  @Test func whatTheLawSaysIsNotSet() async throws {
    let office = try await TestOffice(at: Self.morning)
    func refused(_ limit: LimitRule, _ set: RuleSet, _ number: Int, _ from: Day, by login: String = "admin")
      async throws
      -> [String]
    {
      do {
        try await office.run(login, SetLimit(limit, under: set, number: number, from: from, source: "试"))
        return []
      } catch let refusals as Refusals { return refusals.all.map(\.key) } catch let refusal as Refusal {
        return [refusal.key]
      }
    }
    let today = Self.morning.day
    #expect(try await refused(CasesLimits.assignment, .rs2012, 3, today) == ["limit.fixed"])
    #expect(
      try await refused(CasesLimits.replacement, .rs2012, 0, today.adding(days: -1)) == [
        "limit.number", "limit.from",
      ])
    #expect(try await refused(CasesLimits.replacement, .rs2012, 3, today, by: "director") == ["not-allowed"])
    #expect(try await refused(CasesLimits.replacement, .rs2012, 3, today) == [])
  }
}
