import Intake
import Kernel
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 人员档案 · A person's page: what is known, which flags, and whole data once with a reason.
@Suite(.timeLimit(.minutes(3))) struct PersonPageTests {
  private static let number = "320999198501011173"
  private static let told = PersonTold(
    name: "钱进宝", identityNumber: number, sex: .male, birthOn: Day("1985-01-01"), phone: "13951230002",
    address: "青禾县河东镇新桥路12号", township: "河东镇")

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> (TestOffice, PersonID) {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    _ = try await office.run(
      "clerk",
      RegisterApplication(
        told,
        ApplicationTold(matterCode: .labourPay, cause: "追索劳动报酬", opposing: "宏达公司", facts: "拖欠工资。")))
    return (office, try #require(try await office.value("SELECT id FROM person", as: PersonID.self)))
  }

  @Test("Whole data are shown once, for a reason, and the look is an event", arguments: TestOffice.Engine.allCases)
  func reveal(engine: TestOffice.Engine) async throws {
    let (office, id) = try await Self.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let page = try await browser.get("/persons/\(id)")
      #expect(try page.words().contains("320999********1173") && page.words().contains("139****0002"))
      #expect(!page.text.contains(Self.number) && !page.text.contains("新桥路12号"))
      let form = try await page.press("查看完整信息").form()
      let refused = try await form.submit()
      #expect(refused.status == 422)
      #expect(try !refused.error(at: "fields").isEmpty && !refused.error(at: "reason").isEmpty)
      let bare = try await form.fill(["fields": ["phone"], "reason": ["other"]]).submit()
      #expect(try bare.error(at: "note").contains("理由"))
      let asked = try form.fill(["fields": ["identityNumber", "phone"], "reason": ["contact"]])
      let shown = try await asked.submit()
      #expect(shown.header("Cache-Control")?.contains("no-store") == true)
      #expect(try shown.words().contains(Self.number) && shown.words().contains("13951230002"))
      #expect(try !shown.words().contains("新桥路12号"), "only what was asked for")
      let again = try await asked.submit()
      #expect(!again.text.contains(Self.number) && !again.text.contains("13951230002"))
      #expect(try await browser.get("/persons/\(id)").words().contains("查看完整信息"))
    }
    let events = try await office.events("person.revealed")
    #expect(events.count == 1)
    #expect(
      events.first?.facts["fields"] == "identityNumber、phone" && events.first?.facts["reasonCode"] == "contact")
    let outcome: String = try #require(
      try await office.value("SELECT outcome FROM event WHERE kind = 'person.revealed'"))
    #expect(!outcome.contains(Self.number))
  }

  @Test("Flags are set and lifted by hand with a reason", arguments: TestOffice.Engine.allCases)
  func flags(engine: TestOffice.Engine) async throws {
    let (office, id) = try await Self.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("reviewer")
      let form = try await browser.get("/persons/\(id)").press("变更保护标记").form()
      let empty = try await form.submit()
      #expect(try !empty.error(at: "reason").isEmpty)
      let page = try await form.fill(["flags": ["violence"], "reason": ["人身安全保护令"]]).submit()
      #expect(page.path == "/persons/\(id)")
      #expect(try page.heading() == "钱某某" && page.words().contains("家庭暴力") && page.words().contains("人身安全保护令"))
      #expect(try !page.words().contains("139****0002"))
      let list = try await browser.get("/applications")
      #expect(try list.words().contains("钱某某") && !list.words().contains("钱进宝"))
      let lifted = try await page.press("变更保护标记").form().send(["flags": [], "reason": ["保护令已撤销"]]).submit()
      #expect(try lifted.heading() == "钱进宝")
    }
    let events = try await office.events("person.protectionChanged")
    #expect(
      events.map { $0.facts["set"] } == ["violence", ""] && events.map { $0.facts["lifted"] } == ["", "violence"])
  }

  @Test func aChangeOfNothingAndTheSecondOfTwoAreRefused() async throws {
    let (office, id) = try await Self.office()
    await #expect(throws: Refusal.self) {
      try await office.run("reviewer", ChangeProtection(person: id, flags: [], reason: "无"))
    }
    try await office.run(
      "reviewer", ChangeProtection(person: id, flags: [.military], reason: "军属证"), Submission(version: 1))
    await #expect(throws: Refusal.changedMeanwhile) {
      try await office.run(
        "director", ChangeProtection(person: id, flags: [.minor], reason: "旧页面"), Submission(version: 1))
    }
  }

  /// The same panels on the pages of the application, the case and the person, each for those who may open it.
  @Test func panelsLeadFromOneToTheOther() async throws {
    let (office, id) = try await Self.office()
    let application: ApplicationID = try #require(try await office.value("SELECT id FROM aid_application"))
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let links = try await reviewer.get("/applications/\(application)").links()
      #expect(links.contains("/persons/\(id)") && links.contains { $0.hasSuffix("/concealment") })
      #expect(try await reviewer.get("/persons/\(id)").links().contains("/applications/\(application)"))
      let stranger = open()
      try await stranger.signIn("clerk2")
      #expect(try await stranger.send("GET", "/persons/\(id)").status == 404)
      let firm = open()
      try await firm.signIn("firm")
      #expect(try await firm.send("GET", "/persons/\(id)").status == 403)
    }
  }
}
