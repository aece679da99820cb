import App
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.5 Holidays of an office", .timeLimit(.minutes(2)))
struct HolidayTests {
  private static let today = Day.literal(2016, 3, 7)

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(today, hour: 9), seal: false)
  }

  /// A time limit that ends on another day when 2016 has these holidays.
  private static func workingDayLimit(_ table: String) throws -> LimitRule {
    let calendar = WorkCalendar.official.replacing(
      try CalendarYear(year: 2016, table: table, source: .same("test")))
    let rules = RuleSet.inForce(on: today)
    let limit = Capabilities.all.flatMap(\.limits).first { limit in
      let before = limit.due(from: .day(today), rules: rules, calendar: .official)
      let after = limit.due(from: .day(today), rules: rules, calendar: calendar)
      return before?.value?.day != after?.value?.day
    }
    return try #require(limit)
  }

  private static func due(_ office: TestOffice) async throws -> Day? {
    try await office.value("SELECT due_on FROM deadline ORDER BY id DESC LIMIT 1")
  }

  @Test("A changed day moves the running clocks, shown before it is saved", arguments: TestOffice.Engine.allCases)
  func moves(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let table = try #require(WorkCalendar.official.years[2016]?.table)
    let changed = "\(table)\n县庆/County day 03-08"
    let limit = try Self.workingDayLimit(changed)
    try await office.act { try $0.start(limit, on: .county($0.county), owner: AgencyID()) }
    let before = try #require(try await Self.due(office))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("admin")
      let form = try await browser.get("/holidays/changes?year=2016").form(action: "/holidays/changes")
      let wrong = try await form.fill(["days": "节 13-40", "source": "县府办〔2016〕3号"]).submit()
      #expect(try wrong.error(at: "days").contains("第1行"))
      let preview = try await wrong.form(action: "/holidays/changes").fill(["days": changed]).submit()
      #expect(try preview.words().contains("将变动的期限"))
      #expect(try preview.words().contains(limit.name.zh))
      #expect(try await Self.due(office) == before)
      let done = try await preview.form(action: "/holidays/changes").submit()
      #expect(done.path == "/holidays?year=2016")
      #expect(try done.words().contains("县庆"))
    }
    let after = try #require(try await Self.due(office))
    #expect(after > before)
    let event = try #require(try await office.events("calendar.yearSet").first)
    #expect(event.facts["moved"] == "1")
    // A clock started later goes by the office's own days.
    try await office.act { try $0.start(limit, on: .county($0.county), owner: AgencyID()) }
    #expect(try await Self.due(office) == after)
    #expect(try await office.firstFault() == nil)
  }

  @Test("A clock that was suspended is not moved by itself")
  func suspended() async throws {
    let office = try await Self.office()
    let limit = try Self.workingDayLimit("县庆/County week 03-08..03-31")
    try await office.act { try $0.start(limit, on: .county($0.county), owner: AgencyID()) }
    try await office.meddle("UPDATE deadline SET due_on = '2016-12-31'")
    let year = try CalendarYear(
      year: 2016, table: "县庆/County week 03-08..03-31", source: Text("县府办", "County"))
    try await office.run("admin", SetCalendarYear(year, source: "县府办", limits: [limit]))
    #expect(try await Self.due(office) == .literal(2016, 12, 31))
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("director", SetCalendarYear(year, source: "县府办", limits: []))
    }
  }

  @Test("A year the software does not know says so, and is known once entered")
  func unknownYear() async throws {
    let office = try await Self.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("admin")
      #expect(try await browser.get("/holidays?year=2031").words().contains("没有这一年的节假日数据"))
      let year = try CalendarYear(year: 2031, table: "元旦 01-01", source: Text("国务院办公厅", "State Council"))
      try await office.run("admin", SetCalendarYear(year, source: "国务院办公厅", limits: []))
      #expect(try await !browser.get("/holidays?year=2031").words().contains("没有这一年的节假日数据"))
    }
  }
}
