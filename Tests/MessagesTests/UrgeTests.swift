import App
import Kernel
import Messages
import TestSupport
import Testing

/// 催办 · An urge goes to whoever is to act, stands first on the work list, is answered, and the sender sees the answer.
@Suite(.timeLimit(.minutes(3))) struct UrgeTests {
  private static let work = Capabilities.all.flatMap(\.workItems)

  @Test("An urge from the record's page to the answer, in the browser", arguments: TestOffice.Engine.allCases)
  func throughTheBrowser(engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let receptionist = try fixture.user("receptionist")
    try await fixture.office.browse { open in
      let (director, desk) = (open(), open())
      try await director.signIn("director")
      let form = try await director.get(fixture.path).press("催办").form()
      let bare = try await form.fill(["words": ""]).submit()
      #expect(bare.status == 422)
      #expect(try !bare.error(at: "words").isEmpty)
      let done = try await bare.form().fill(["recipient": receptionist.description, "words": "今天办完。"]).submit()
      #expect(done.path == fixture.path)
      #expect(try done.words().contains("今天办完。 未答复"))

      let home = try await desk.signIn("receptionist")
      let first = try #require(try home.root().first("tbody")?.first("tr"))
      #expect(first.has(class: "late") && first.text.contains("催办") && first.text.contains("今天办完。"))
      let urge = try await home.press("办理")
      #expect(urge.path.hasPrefix("/urges/"))
      let back = try await urge.form().fill(["answer": "材料已核对，下午受理。"]).submit()
      #expect(back.path == "/work")
      #expect(try !back.words().contains("今天办完。"))

      let page = try await director.get(fixture.path)
      #expect(try page.words().contains("答复：材料已核对，下午受理。"))
      #expect(try await director.get("/notices").words().contains("答复催办"))
    }
    #expect(try await fixture.office.events("urge.answered").count == 1)
  }

  @Test(
    "Refused: one who need not act, one already urged, and a stranger's answer",
    arguments: TestOffice.Engine.allCases)
  func refusals(engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    let subject = Subject.application(fixture.application)
    func send(_ login: String, as sender: String = "director") async throws -> UrgeID {
      try await office.run(sender, SendUrge(subject, to: fixture.user(login), words: "请办理。", work: Self.work))
    }
    await refused("urge.notWaiting") { try await send("archivist") }

    await refused("not-allowed") { try await send("receptionist", as: "clerk") }
    let urge = try await send("receptionist")
    await refused("urge.open") { try await send("receptionist", as: "supervisor") }
    await refused("not-allowed") { try await office.run("director", AnswerUrge(urge, answer: "已办。")) }
    await refused("not-found") { try await office.run("clerk2", AnswerUrge(urge, answer: "已办。")) }
    try await office.run("receptionist", AnswerUrge(urge, answer: "已办。"))
    await refused("urge.answered") { try await office.run("receptionist", AnswerUrge(urge, answer: "已办。")) }
    _ = try await send("receptionist")
    #expect(try await office.events("urge.sent").allSatisfy { !$0.facts.values.contains("请办理。") })
  }

  private func refused(_ key: String, _ body: () async throws -> some Sendable) async {
    do {
      _ = try await body()
      Issue.record("not refused: \(key)")
    } catch {
      let all = (error as? Refusals)?.all ?? (error as? Refusal).map { [$0] } ?? []
      #expect(all.map(\.key) == [key])
    }
  }
}
