import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.6 Numbers", .timeLimit(.minutes(2)))
struct NumberTests {
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 12, 30), hour: 9), seal: false)
  }

  private static func take(_ office: TestOffice, _ kind: NumberKind = .letter) async throws -> String {
    try await office.act { try $0.takeNumber(kind, for: .county($0.county)) }
  }

  private static func text(_ serial: Int, _ year: Int = 2016) -> String { "青援函字〔\(year)〕第\(serial)号" }

  @Test("Thirty-two who ask at once get 1 to 32", arguments: TestOffice.Engine.allCases)
  func together(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let numbers = try await KernelTests.together(32) { _ in try await Self.take(office) }
    #expect(numbers.sorted() == (1...32).map { Self.text($0) }.sorted())
    let serials = try await office.services.database.read {
      try $0.rows("SELECT serial FROM number_register ORDER BY serial").map { try $0.get("serial", as: Int.self) }
    }
    #expect(serials == Array(1...32))
    #expect(try await office.firstFault() == nil)
  }

  @Test("Two processes share one series", arguments: TestOffice.Engine.allCases)
  func processes(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let other = ActionRunner(try await office.secondServices())
    let system = Principal.system(office.county)
    let numbers = try await KernelTests.together(16) { turn in
      let runner = turn.isMultiple(of: 2) ? other : ActionRunner(office.services)
      return try await runner.run(TestAction { try $0.takeNumber(.letter, for: .county($0.county)) }, as: system)
    }
    #expect(Set(numbers) == Set((1...16).map { Self.text($0) }))
    #expect(try await office.firstFault() == nil)
    await other.services.database.close()
  }

  @Test(
    "Each kind has a series of its own, and each starts anew with the year", arguments: TestOffice.Engine.allCases)
  func rollover(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    #expect(try await Self.take(office) == Self.text(1))
    #expect(try await Self.take(office, .notice) == "青援通字〔2016〕第1号")
    office.clock.move(to: Instant(.literal(2016, 12, 31), hour: 23, minute: 59, second: 59))
    #expect(try await Self.take(office) == Self.text(2))
    office.clock.move(to: office.clock.now.adding(milliseconds: 1000))
    #expect(try await Self.take(office) == Self.text(1, 2017))
    #expect(try await Self.take(office) == Self.text(2, 2017))
  }

  @Test("A cancelled number stays with its reason and is never used again", arguments: TestOffice.Engine.allCases)
  func cancelled(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let first = try await Self.take(office)
    try await office.act { try $0.cancelNumber(first, reason: "打印错误") }
    #expect(try await Self.take(office) == Self.text(2))
    let row = try #require(try await office.row("SELECT state, reason FROM number_register WHERE text = \(first)"))
    #expect(try row.get("state") == "cancelled")
    #expect(try row.get("reason") == "打印错误")
    let before = try await office.eventCount()
    await #expect(throws: Refusal.numberNotIssued) {
      try await office.act { try $0.cancelNumber(Self.text(99), reason: "没有这个号") }
    }
    #expect(try await office.eventCount() == before)
  }

  @Test(
    "A number an import holds is stepped over, and the register says why", arguments: TestOffice.Engine.allCases)
  func imported(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.act { context in
      for serial in [2, 3] { try context.reserveImportedNumber(Self.text(serial), for: .county(context.county)) }
    }
    #expect(try await Self.take(office) == Self.text(1))
    #expect(try await Self.take(office) == Self.text(4))
    let held = try await office.services.database.read {
      try $0.rows(
        "SELECT serial, state, reason FROM number_register WHERE kind = 'test.letter' AND year = 2016 ORDER BY serial"
      )
    }
    #expect(try held.map { try $0.get("serial", as: Int.self) } == [1, 2, 3, 4])
    #expect(try held.map { try $0.get("state") } == ["issued", "imported", "imported", "issued"])
    #expect(try held[1].get("reason") == "导入的历史案件已使用")
    // What was issued is not taken away by an import.
    try await office.act { try $0.reserveImportedNumber(Self.text(4), for: .county($0.county)) }
    let state = try await office.value(
      "SELECT state FROM number_register WHERE text = \(Self.text(4))", as: String.self)
    #expect(state == "issued")
  }

  @Test("A refused action leaves no gap", arguments: TestOffice.Engine.allCases)
  func refused(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    #expect(try await Self.take(office) == Self.text(1))
    await #expect(throws: Refusal.notFound) {
      try await office.act { context in
        #expect(try context.takeNumber(.letter, for: .county(context.county)) == Self.text(2))
        throw Refusal.notFound
      }
    }
    #expect(try await Self.take(office) == Self.text(2))
  }

  @Test("A county's own template is used")
  func template() async throws {
    let office = try await Self.office(.sqlite)
    #expect(try await Self.take(office) == Self.text(1))
    try await office.act { context in
      try context.setTemplate("({yyyy}){place}{kind}{n}", of: .letter)
      context.record("test.template", .county(context.county))
    }
    #expect(try await Self.take(office) == "(2016)青函2")
    #expect(try await Self.take(office) == "(2016)青函3")
  }

  @Test(
    "A template that could give a number twice is refused",
    arguments: ["", "{kind}{n}", "{kind}{yyyy}", "{yyyy}{n}", "{kind}{yyyy}{n}{month}", "{kind}{yyyy}{n}{"])
  func badTemplate(_ template: String) async throws {
    #expect(!NumberKind.isValid(template))
    #expect(NumberKind.isValid(NumberKind.defaultTemplate))
  }
}
