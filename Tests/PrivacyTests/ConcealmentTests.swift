import Cases
import Intake
import Kernel
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 封存 · A concealed matter is found by nobody in ordinary work; the director opens it for the day, with a reason.
@Suite("AT-12.9 Sealed records", .timeLimit(.minutes(3)))
struct ConcealmentTests {
  struct Sealed: Sendable {
    let office: TestOffice
    let application: ApplicationID
    let matter: MatterID
    let aidCase: CaseID
    let number: String

    init(_ engine: TestOffice.Engine) async throws {
      office = try await TestOffice(engine, at: Instant(.literal(2019, 5, 6), hour: 9))
      application = try await office.run(
        "clerk",
        RegisterApplication(
          PersonTold(name: "欧阳小雨", birthOn: Day("2003-01-02"), township: "河东镇"),
          ApplicationTold(
            matterCode: .labourPay, cause: "盗窃", opposing: "检察院", facts: "审判阶段。", claims: [.livingAllowance]),
          materials: []))
      try await office.run("receptionist", AcceptApplication(application))
      try await office.run("reviewer", ReviewApplication(application, .grant, opinion: "符合条件。"))
      try await office.run("director", ApproveApplication(application, .grant, opinion: "同意。"))
      let row = try await office.row("SELECT id, number, matter FROM aid_case WHERE application = \(application)")
      let found = try #require(row)
      (aidCase, number, matter) = (try found.get("id"), try found.get("number"), try found.get("matter"))
    }

    func seal() async throws {
      try await office.run("reviewer", ConcealMatter(matter: matter, ground: .sealed, reason: "（2019）刑初字第9号判决"))
    }
  }

  @Test(
    "No list, search, page or panel finds it; the director opens it for the day",
    arguments: TestOffice.Engine.allCases)
  func nobodyFindsIt(engine: TestOffice.Engine) async throws {
    let sealed = try await Sealed(engine)
    try await sealed.seal()
    let office = sealed.office
    let paths = ["/applications/\(sealed.application)", "/cases/\(sealed.aidCase)"]
    try await office.browse { open in
      for login in [
        "clerk", "receptionist", "reviewer", "director", "assigner", "supervisor", "archivist", "leader",
      ] {
        let browser = open()
        try await browser.signIn(login)
        for path in paths {
          let status = try await browser.send("GET", path).status
          #expect([403, 404].contains(status), "\(login) \(path): \(status)")
        }
        for list in ["/work", "/cases", "/applications", "/cases?text=\(sealed.aidCase)"] {
          let page = try await browser.send("GET", list)
          #expect(!page.text.contains(sealed.number) && !page.text.contains("欧阳"), "\(login) \(list)")
        }
        let isFor = login == "director"
        #expect(try await browser.send("GET", "/concealed").status == (isFor ? 200 : 403))
      }
      let director = open()
      try await director.signIn("director")
      let list = try await director.get("/concealed")
      #expect(try list.words().contains(sealed.number))
      let form = try await list.press("查阅").form()
      #expect(try await form.submit().error(at: "reason").contains("法律理由"), "without a reason it stays closed")
      #expect(try await form.fill(["reason": "（2019）刑他字第2号调卷函"]).submit().path == "/concealed")
      for path in paths { #expect(try await director.get(path).status == 200) }
      office.clock.move(to: .literal(2019, 5, 7))
      let next = open()
      try await next.signIn("director")
      for path in paths { #expect(try await next.send("GET", path).status == 404, "only until the end of the day") }
    }
    let opened = try #require(try await office.events("matter.opened").first)
    #expect(opened.facts["reason"] == "（2019）刑他字第2号调卷函")
    #expect(try await office.events("matter.concealed").count == 1)
  }

  @Test("It still counts, without its number", arguments: TestOffice.Engine.allCases)
  func itCounts(engine: TestOffice.Engine) async throws {
    let sealed = try await Sealed(engine)
    try await sealed.seal()
    let office = sealed.office
    let scope = MeasureScope(county: office.county, from: .literal(2019, 1, 1), to: .literal(2019, 12, 31))
    let volume = try #require(CaseMeasures.all.first { $0.key == "K1" })
    let rows = try await office.services.database.read { try $0.rows(volume.numerator(scope)) }
    #expect(rows.count == 1)
    #expect(try rows.first?.get("number", as: String?.self) == .some(nil))
  }

  @Test("Lifted with a reason, it is found again", arguments: TestOffice.Engine.allCases)
  func lifted(engine: TestOffice.Engine) async throws {
    let sealed = try await Sealed(engine)
    try await sealed.seal()
    let office = sealed.office
    await #expect(throws: Refusal.notFound) {
      try await office.run(
        "reviewer", ConcealMatter(matter: sealed.matter, ground: .restricted, reason: "再次"))
    }
    try await office.run("director", LiftConcealment(matter: sealed.matter, reason: "撤销封存决定"))
    let reviewer = try await office.principal("reviewer")
    let found = try await office.services.database.read {
      try CaseTable.one(sealed.aidCase, for: reviewer, $0).number
    }
    #expect(found == sealed.number)
    #expect(try await office.events("matter.concealmentLifted").first?.facts["grounds"] == "sealed")
    await #expect(throws: Refusal.notFound) {
      try await office.run("director", OpenConcealed(matter: sealed.matter, reason: "没有封存"))
    }
    #expect(try await office.firstFault() == nil)
  }

  @Test func aStrangerConcealsNothing() async throws {
    let sealed = try await Sealed(.sqlite)
    await #expect(throws: Refusal.notAllowed) {
      try await sealed.office.run(
        "clerk", ConcealMatter(matter: sealed.matter, ground: .sealed, reason: "不能"))
    }
    await #expect(throws: Refusal.notFound) {
      try await sealed.office.run("reviewer", ConcealMatter(matter: MatterID(), ground: .sealed, reason: "没有"))
    }
  }
}
