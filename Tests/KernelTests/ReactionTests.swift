import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Reactions", .timeLimit(.minutes(2)))
struct ReactionTests {
  /// The office with other reactions than the product's.
  private static func runner(_ office: TestOffice, _ reactions: [Reaction]) -> ActionRunner {
    let it = office.services
    return ActionRunner(
      Services(
        database: it.database, keys: it.keys, files: it.files, directory: it.directory, baseURL: it.baseURL,
        calendar: it.calendar, clock: it.clock, reactions: reactions))
  }

  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
  }

  private static let numbering = Reaction(on: "test.granted") { context, draft in
    let number = try context.takeNumber(.letter, for: draft.subject)
    context.record("test.numbered", draft.subject, facts: ["number": .text(number)])
  }

  private static let grant = TestAction { context in
    context.record("test.granted", .county(context.county), facts: ["by": .text(context.principal.name)])
    return context.eventNumber
  }

  @Test("Each reaction follows in the chain with one event of its own", arguments: TestOffice.Engine.allCases)
  func follows(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let other = Reaction(on: "test.other") { context, draft in context.record("test.never", draft.subject) }
    let runner = Self.runner(office, [Self.numbering, other, Self.numbering])
    let before = try await office.eventCount()
    let number = try await runner.run(Self.grant, as: office.principal("director"), Submission(token: "grant"))
    #expect(number == before + 1)
    #expect(try await office.eventCount() == before + 3)
    let numbered = try await office.events("test.numbered")
    #expect(numbered.map(\.number) == [before + 2, before + 3])
    #expect(numbered.map { $0.facts["number"] } == ["青援函字〔2016〕第1号", "青援函字〔2016〕第2号"])
    #expect(numbered.map(\.actor) == ["刘卫国", "刘卫国"])
    #expect(try await office.events("test.never").isEmpty)
    #expect(try await office.firstFault() == nil)
    // Sent again, neither the action nor its reactions happen again.
    #expect(
      try await runner.run(Self.grant, as: office.principal("director"), Submission(token: "grant")) == number)
    #expect(try await office.eventCount() == before + 3)
  }

  @Test(
    "A reaction that refuses undoes the action and the reactions before it", arguments: TestOffice.Engine.allCases)
  func undoes(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let refusing = Reaction(on: "test.granted") { _, _ in throw Refusal.notFound }
    let before = try await office.eventCount()
    await #expect(throws: Refusal.notFound) {
      try await Self.runner(office, [Self.numbering, refusing]).run(Self.grant, as: office.principal("director"))
    }
    #expect(try await office.eventCount() == before)
    #expect(try await office.value("SELECT COUNT(*) FROM number_register", as: Int.self) == 0)
    #expect(try await office.firstFault() == nil)
  }

  @Test("A reaction whose condition does not hold leaves no event", arguments: TestOffice.Engine.allCases)
  func conditional(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let first = Reaction(
      on: "test.granted",
      when: { reader, county, draft in
        try reader.value(
          "SELECT COUNT(*) FROM number_register WHERE county = \(county) AND subject_id = \(draft.subject.id)",
          as: Int.self) == 0
      }, perform: Self.numbering.perform)
    let before = try await office.eventCount()
    try await Self.runner(office, [first, first]).run(Self.grant, as: office.principal("director"))
    #expect(try await office.eventCount() == before + 2)
    #expect(try await office.events("test.numbered").count == 1)
    #expect(try await office.firstFault() == nil)
  }
}
