import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Actions", .timeLimit(.minutes(2)))
struct ActionTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    try await TestOffice(engine, at: morning, seal: false)
  }

  /// Something only the director may do.
  private struct DirectorsOwn: Action {
    static let permission = Permission("test.director", Text("主任办理", "Director's own"), [.director])
    func perform(in context: ActionContext) throws -> Done {
      context.record("test.directed", .county(context.county))
      return Done()
    }
  }

  @Test("Who may not is refused, and the attempt is in the log", arguments: TestOffice.Engine.allCases)
  func permission(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.run("director", DirectorsOwn())
    await #expect(throws: Refusal.notAllowed) { try await office.run("clerk", DirectorsOwn()) }
    #expect(try await office.events("test.directed").count == 1)
    let refused = try await office.events("action.refused")
    #expect(refused.map(\.actor) == ["孙莉"])
    #expect(refused.first?.facts == ["action": "DirectorsOwn", "refusal": "not-allowed"])
    #expect(try await office.firstFault() == nil)
  }

  @Test("A refusal of separated duties is in the log, alone or among others; a plain one is not")
  func audit() async throws {
    let office = try await Self.office(.sqlite)
    let words = Text("不可以", "No")
    let (plain, grave) = (Refusal("test.plain", words), Refusal("test.grave", words, isAudited: true))
    await #expect(throws: plain) { try await office.act { _ in throw plain } }
    await #expect(throws: grave) { try await office.act { _ in throw grave } }
    await #expect(throws: Refusals.self) { try await office.act { _ in throw Refusals([plain, grave]) } }
    #expect(try await office.events("action.refused").map { $0.facts["refusal"] } == ["test.grave", "test.grave"])
  }

  @Test("A form sent twice is answered with the first result", arguments: TestOffice.Engine.allCases)
  func replay(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let form = Submission(token: "one-form")
    let name: @Sendable (ActionContext) throws -> String = { try $0.takeNumber(.letter, for: .county($0.county)) }
    let before = try await office.eventCount()
    let first = try await office.act("receptionist", form, name)
    let second = try await office.act("receptionist", form, name)
    let third = try await office.act("receptionist", Submission(token: "another-form"), name)
    #expect([first, second, third] == ["青援函字〔2016〕第1号", "青援函字〔2016〕第1号", "青援函字〔2016〕第2号"])
    #expect(try await office.eventCount() == before + 2)
  }

  @Test("The same form sent eight times at once is one event", arguments: TestOffice.Engine.allCases)
  func replayAtOnce(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let before = try await office.eventCount()
    let answers = try await together(8) { _ in
      try await office.act("receptionist", Submission(token: "one-form")) {
        try $0.takeNumber(.letter, for: .county($0.county))
      }
    }
    #expect(Set(answers) == ["青援函字〔2016〕第1号"])
    #expect(try await office.eventCount() == before + 1)
  }

  @Test("Of those who act on the same version at once, one wins", arguments: TestOffice.Engine.allCases)
  func version(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let centre = try #require(try await office.principal("director").agency)
    let before = try await office.eventCount()
    let answers = try await together(6) { number in
      await Result.of {
        try await office.act("receptionist", Submission(version: 1)) { try $0.rename(centre, "中心\(number)") }
      }
    }
    #expect(answers.count { (try? $0.get()) != nil } == 1)
    for case .failure(let error) in answers { #expect(error as? Refusal == .changedMeanwhile) }
    #expect(try await office.value("SELECT version FROM agency WHERE id = \(centre)", as: Int.self) == 2)
    #expect(try await office.eventCount() == before + 1)
    #expect(try await office.events("action.refused").isEmpty)
  }

  @Test("What throws leaves neither row nor event behind", arguments: TestOffice.Engine.allCases)
  func allOrNothing(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let centre = try #require(try await office.principal("director").agency)
    let before = try await office.eventCount()
    await #expect(throws: Refusal.notFound) {
      try await office.act { context in
        try context.rename(centre, "改名")
        throw Refusal.notFound
      }
    }
    #expect(try await office.value("SELECT version FROM agency WHERE id = \(centre)", as: Int.self) == 1)
    #expect(try await office.eventCount() == before)
    #expect(try await office.firstFault() == nil)
  }

  @Test("An action without a county is refused")
  func unknownCounty() async throws {
    let office = try await Self.office(.sqlite)
    await #expect(throws: Refusal.notFound) {
      try await ActionRunner(office.services).run(TestAction { _ in Done() }, as: .system(CountyID()))
    }
  }
}
