import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Deadlines", .timeLimit(.minutes(2)))
struct DeadlineTests {
  private static let application = Subject.application(ApplicationID())

  private static func office(_ engine: TestOffice.Engine, on day: String) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(try #require(Day(day)), hour: 15), seal: false)
  }

  /// Starts a limit on the application at today's event, or at an earlier day's.
  private static func start(_ office: TestOffice, _ key: String = "TL04", from day: Day? = nil) async throws
    -> Deadline?
  {
    let limit = try TestOffice.limit(key)
    let owner = try #require(try await office.principal("reviewer").agency)
    try await office.act { try $0.start(limit, on: application, owner: owner, from: day) }
    return try await open(office).first { $0.key == key }
  }

  private static func open(_ office: TestOffice) async throws -> [Deadline] {
    try await office.services.database.read { try Deadline.open(application, $0) }
  }

  @Test(
    "AT-10.2, AT-10.4: accepted on a day, the decision is due by the rules of that day",
    arguments: [
      ("2016-04-29", "2016-05-11", RuleSet.rs2012), ("2016-09-29", "2016-10-13", .rs2012),
      ("2024-09-26", "2024-10-08", .rs2023),
    ], TestOffice.Engine.allCases)
  func decision(_ example: (accepted: String, due: String, rules: RuleSet), engine: TestOffice.Engine) async throws
  {
    let office = try await Self.office(engine, on: example.accepted)
    let clock = try #require(try await Self.start(office))
    #expect(clock.startedOn.description == example.accepted)
    #expect(clock.dueOn?.description == example.due)
    #expect(clock.rules == example.rules)
    #expect(clock.role == .reviewer)
    #expect(!clock.isProvisional)
  }

  @Test("The rules are those of the event's day, not of the day it was typed in")
  func rulesOfTheEvent() async throws {
    let office = try await Self.office(.sqlite, on: "2022-01-05")
    let old = try #require(try await Self.start(office, from: .literal(2021, 12, 30)))
    #expect(old.rules == .rs2018)
    #expect(old.dueOn == Day("2022-01-11"))
    try await office.act { try $0.stopAll(on: Self.application) }
    let new = try #require(try await Self.start(office))
    #expect(new.rules == .rs2022)
    #expect(new.dueOn == Day("2022-01-12"))
  }

  @Test("AT-X.5 A year whose holidays are not known is reckoned by weekends and says so")
  func provisional() async throws {
    let office = try await Self.office(.sqlite, on: "2027-03-01")
    let clock = try #require(try await Self.start(office))
    #expect(clock.dueOn == Day("2027-03-08"))
    #expect(clock.isProvisional)
  }

  @Test("A stopped clock keeps its day and event; the others go on", arguments: TestOffice.Engine.allCases)
  func stop(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine, on: "2016-03-07")
    _ = try await Self.start(office, "TL18")
    _ = try await Self.start(office, "TL04")
    _ = try await Self.start(office, "TL11")
    // The most urgent first.
    #expect(try await Self.open(office).map(\.key) == ["TL11", "TL04", "TL18"])
    office.clock.move(to: .literal(2016, 3, 20))
    let (decision, county) = (try TestOffice.limit("TL04"), office.county)
    let event = try await office.act { context in
      try context.stop(decision, on: Self.application)
      try context.stop(decision, on: .county(county))
      return context.eventNumber
    }
    #expect(try await Self.open(office).map(\.key) == ["TL11", "TL18"])
    let row = try #require(
      try await office.row("SELECT done_on, done_event, due_on FROM deadline WHERE rule_key = 'TL04'"))
    #expect(try row.get("done_on") == Day.literal(2016, 3, 20))
    #expect(try row.get("done_event") == event)
    #expect(try row.get("due_on") == Day.literal(2016, 3, 16))
    // Stopping once more changes nothing.
    office.clock.move(to: .literal(2016, 3, 25))
    try await office.act { try $0.stopAll(on: Self.application) }
    #expect(try await Self.open(office).isEmpty)
    let days = try await office.services.database.read {
      try $0.rows("SELECT done_on FROM deadline ORDER BY rule_key").map { try $0.get("done_on", as: Day.self).day }
    }
    #expect(days == [20, 25, 25])
  }

  @Test("A limit the rules of the day do not know starts no clock")
  func unknownLimit() async throws {
    let office = try await Self.office(.sqlite, on: "2016-03-07")
    let owner = try #require(try await office.principal("reviewer").agency)
    let new = LimitRule(
      "TEST", Text("新期限", "A new limit"), roles: [.reviewer], [.rs2023: .init(.calendarDays(3), [])])
    try await office.act { try $0.start(new, on: Self.application, owner: owner) }
    #expect(try await Self.open(office).isEmpty)
  }
}
