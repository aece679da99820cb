import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Recusal") struct RecusalTests {
  private func recusal(_ id: ApplicationID, _ office: TestOffice) async throws -> Recusal {
    try #require(try await office.services.database.read { try RecusalTable.of(id, $0).last })
  }

  /// Rule of separation 2: whoever has an interest takes no part; the attempt is in the audit log.
  @Test(arguments: TestOffice.Engine.allCases)
  func whoDeclaresItTakesNoPart(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.accepted()
    try await office.run("reviewer", RaiseRecusal(id, reason: "申请人是本人的表妹。"))
    #expect(try await office.work("reviewer").isEmpty)
    let review = ReviewApplication(id, .grant, opinion: "符合条件。")
    let refused = try await refusals { try await office.run("reviewer", review) }
    #expect(refused == [SeparationRules.interestedMustRecuse])
    #expect(try await office.countOfEvents("action.refused") == 1)
    #expect(try await office.work("director").map(\.path) == ["/applications/\(id)/recusal-decision"])
    let raised = try await recusal(id, office)
    try await office.run("director", DecideRecusal(id, raised.id, grant: true, words: "同意回避。"))
    #expect(try await office.work("director").isEmpty)
    #expect(try await refusals { try await office.run("reviewer", review) }.count == 1)
    let other = try await office.addUser("other", [.reviewer])
    try await office.runner.run(review, as: other)
    #expect(try await office.application(id).state == .pendingApproval)
  }

  @Test("The applicant asks it; until it is granted the person goes on", arguments: TestOffice.Engine.allCases)
  func theApplicantAsks(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.reviewed()
    let director = try await office.principal("director")
    try await office.run("receptionist", RaiseRecusal(id, of: director.user, reason: "主任与对方是同学。"))
    let raised = try await recusal(id, office)
    #expect(raised.source == .applicant && raised.isGranted == nil)
    let own = try await refusals {
      try await office.run("director", DecideRecusal(id, raised.id, grant: false, words: "不成立。"))
    }
    #expect(own.map(\.key) == ["recusal.own"])
    #expect(try await office.work("leader").isEmpty == false)
    try await office.run("leader", DecideRecusal(id, raised.id, grant: true, words: "准予回避。"))
    let refused = try await refusals {
      try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    }
    #expect(refused == [SeparationRules.interestedMustRecuse])
    let twice = try await refusals {
      try await office.run("leader", DecideRecusal(id, raised.id, grant: false, words: "改为不准。"))
    }
    #expect(twice.map(\.key) == ["recusal.notOpen"])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      #expect(try await browser.get("/applications/\(id)/approval").text.contains("应当回避"))
      #expect(try await !browser.get("/approvals").text.contains("value=\"\(id)@"))
    }
  }

  @Test("Not granted, the person goes on") func notGranted() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    try await office.run("reviewer", RaiseRecusal(id, reason: "与申请人同村。"))
    let raised = try await recusal(id, office)
    try await office.run("director", DecideRecusal(id, raised.id, grant: false, words: "同村不构成利害关系。"))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    #expect(try await office.application(id).state == .pendingApproval)
  }

  @Test("Refused without a reason, for somebody else's post, twice, and after the decision")
  func whatIsRefused() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    let silent = try await refusals { try await office.run("reviewer", RaiseRecusal(id, reason: "")) }
    #expect(silent.map(\.field) == ["reason"])
    let clerk = try await office.principal("clerk")
    let nobody = try await refusals {
      try await office.run("receptionist", RaiseRecusal(id, of: clerk.user, reason: "理由"))
    }
    #expect(nobody.map(\.key) == ["recusal.nobody"])
    try await office.run("reviewer", RaiseRecusal(id, reason: "与申请人同村。"))
    let twice = try await refusals { try await office.run("reviewer", RaiseRecusal(id, reason: "再次提出。")) }
    #expect(twice.map(\.key) == ["recusal.known"])
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let late = try await refusals { try await office.run("director", RaiseRecusal(id, reason: "理由")) }
    #expect(late.map(\.key) == ["recusal.decided"])
  }

  @Test("A party of the same name is pointed out, and the pages take it") func pages() async throws {
    let office = try await Fixture.office()
    var told = Fixture.told
    told.opposing = "陈洁"
    let id = try await office.register(Fixture.person, told)
    try await office.run("receptionist", AcceptApplication(id))
    let path = "/applications/\(id)/recusal"
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      #expect(try await reviewer.get("/applications/\(id)/review").text.contains("同名"))
      let form = try await reviewer.get(path).form(action: path)
      #expect(try await form.submit().status == 422)
      #expect(try await form.fill(["reason": "本人与对方当事人是同一人。"]).submit().text.contains("等待决定"))
      #expect(try await reviewer.get("/applications/\(id)/review").text.contains("应当回避"))
      let decision = "/applications/\(id)/recusal-decision"
      let leader = open()
      try await leader.signIn("leader")
      let decided = try await leader.get(decision).form(action: decision)
        .fill(["outcome": "granted", "opinion": "准予回避。"]).submit()
      #expect(decided.status == 200)
    }
    #expect(try await recusal(id, office).isGranted == true)
  }
}
