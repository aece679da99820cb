import App
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Editing users", .timeLimit(.minutes(2)))
struct UserEditTests {
  private static let today = Day.literal(2016, 3, 7)

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(today, hour: 9), seal: false)
  }

  @Test("AT-X.4 The audit administrator cannot change roles, nor the system administrator read the log")
  func separation() async throws {
    let office = try await Self.office()
    let clerk = try #require(office.staff.user("clerk"))
    let centre = try #require(try await office.principal("director").agency)
    await #expect(throws: Refusal.notAllowed) {
      try await office.run(
        "auditor", GrantRole(Grant(role: .reviewer, agency: centre), to: clerk, from: Self.today))
    }
    try await office.browse { open in
      for (login, path, status) in [
        ("auditor", "/audit", 200), ("admin", "/audit", 403), ("security", "/audit", 403),
        ("auditor", "/users", 403),
      ] {
        let browser = open()
        try await browser.signIn(login)
        #expect(try await browser.get(path).status == status, "\(login) \(path)")
      }
    }
  }

  @Test("The last system administrator can be neither closed nor relieved", arguments: TestOffice.Engine.allCases)
  func lastAdministrator(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let (admin, clerk) = (try #require(office.staff.user("admin")), try #require(office.staff.user("clerk")))
    let system = Principal.system(office.county)
    let runner = office.office.runner
    func closing(_ user: UserID) async -> String? {
      do { try await runner.run(SetUserActive(user, false), as: system) } catch { return (error as? Refusal)?.key }
      return nil
    }
    #expect(await closing(admin) == "user.lastAdministrator", "as on the command line")
    let held = try await office.services.database.read { try GrantTable.of(admin, in: office.county, $0) }
    let role = try #require(held.first { $0.grant.role == .sysAdmin })
    await #expect(throws: Refusal.self) { try await office.run("security", EndGrant(role.id, of: admin)) }
    let grant = Grant(role: .sysAdmin, agency: role.grant.agency)
    let reviewer = try #require(office.staff.user("reviewer"))
    try await office.run(
      "security", GrantRole(grant, to: reviewer, from: Self.today, until: Self.today.adding(days: 9)))
    let ending = await #expect(throws: Refusal.self, "the other's role runs out") {
      try await office.run("security", EndGrant(role.id, of: admin))
    }
    #expect(ending?.key == "user.lastAdministrator")
    try await office.run("security", GrantRole(grant, to: clerk, from: Self.today))
    #expect(await closing(admin) == nil, "there is another now")
    #expect(await closing(clerk) == "user.lastAdministrator")
  }

  @Test(
    "A role is given for its days; what may not be one person is refused by name where the days meet",
    arguments: TestOffice.Engine.allCases)
  func grant(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let reviewer = try #require(office.staff.user("reviewer"))
    let centre = try #require(try await office.principal("director").agency)
    let seal = Grant(role: .sealKeeper, agency: centre)
    let refusals = await #expect(throws: Refusals.self) {
      try await office.run("security", GrantRole(seal, to: reviewer, from: Self.today))
    }
    #expect(refusals?.all.first?.message.zh.contains("审查岗") == true)
    let held = try await office.services.database.read { try GrantTable.of(reviewer, in: office.county, $0) }
    try await office.run("security", EndGrant(try #require(held.first?.id), of: reviewer))
    try await office.run(
      "security", GrantRole(seal, to: reviewer, from: Self.today, until: Self.today.adding(days: 9)))
    #expect(try await office.principal("reviewer").roles == [.sealKeeper])
    office.clock.move(to: Self.today.adding(days: 10))
    await #expect(throws: Refusal.notFound) { try await office.principal("reviewer") }
    let security = try #require(office.staff.user("security"))
    let own = await #expect(throws: Refusals.self) {
      try await office.run(
        "security", GrantRole(Grant(role: .director, agency: centre), to: security, from: Self.today))
    }
    #expect(own?.all.contains { $0.key == "user.ownRole" } == true)
    let backwards = await #expect(throws: Refusals.self) {
      try await office.run(
        "security",
        GrantRole(
          Grant(role: .archivist, agency: centre), to: reviewer, from: Self.today,
          until: Self.today.adding(days: -1)))
    }
    #expect(backwards?.all.first?.field == "to")
  }

  @Test(
    "A closed account is signed out and stays out; nobody closes his own", arguments: TestOffice.Engine.allCases)
  func close(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let (clerk, admin) = (try #require(office.staff.user("clerk")), try #require(office.staff.user("admin")))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      try await office.run("admin", SetUserActive(clerk, false))
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
      #expect(try await browser.signIn("clerk").status == 422)
      try await office.run("admin", SetUserActive(clerk, true))
      #expect(try await browser.signIn("clerk").path == "/work")
    }
    let own = await #expect(throws: Refusal.self) { try await office.run("admin", SetUserActive(admin, false)) }
    #expect(own?.key == "user.own")
  }

  @Test("A reset password is shown once, works once and must be changed", arguments: TestOffice.Engine.allCases)
  func reset(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let clerk = try #require(office.staff.user("clerk"))
    try await office.browse { open in
      let admin = open()
      try await admin.signIn("admin")
      let form = try await admin.get("/users/\(clerk)/password").form(action: "/users/\(clerk)/password")
      let (first, again) = (try await form.submit().words(), try await form.submit().words())
      let password = String(try #require(first.firstMatch(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/)).output.0)
      #expect(!again.contains(password))
      let browser = open()
      let page = try await browser.get("/sign-in").form(action: "/session")
        .fill(["login": "clerk", "password": password]).submit()
      #expect(page.path == "/account")
    }
    #expect(try await office.events("user.passwordReset").count == 1)
  }

  @Test("A name changed meanwhile is not written over", arguments: TestOffice.Engine.allCases)
  func rename(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let clerk = try #require(office.staff.user("clerk"))
    try await office.browse { open in
      let admin = open()
      try await admin.signIn("admin")
      let page = try await admin.get("/users/\(clerk)/name")
      try await office.run("security", RenameUser(clerk, to: "孙丽"))
      let late = try await page.form(action: "/users/\(clerk)/name").fill(["name": "孙力"]).submit()
      #expect(late.status == 409)
      let done = try await late.form(action: "/users/\(clerk)/name").submit()
      #expect(try done.heading() == "clerk 孙力")
    }
  }

  @Test(
    "The audit log is filtered, paged and exported, and says that it was exported",
    arguments: TestOffice.Engine.allCases)
  func audit(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let reviewer = try #require(office.staff.user("reviewer"))
    try await office.run("security", RenameUser(reviewer, to: "陈杰"))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("auditor")
      let page = try await browser.get("/audit?kind=user.renamed&from=2016-03-07&to=2016-03-07&subject=user")
      #expect(try page.words().contains("共 1 条"))
      #expect(try await browser.get("/audit?to=2016-03-06").words().contains("没有符合条件的记录"))
      #expect(try await browser.get("/audit?from=nonsense&person=x").status == 200)
      let security = try #require(office.staff.user("security"))
      #expect(try await browser.get("/audit?person=\(security)&kind=user.renamed").words().contains("许文"))
      let file = try await page.form(action: "/audit/export").submit()
      #expect(file.header("Content-Type") == "text/csv")
      #expect(file.text.contains("修改用户姓名") && !file.text.contains("陈杰"))
      #expect(file.text.split(separator: "\r\n").count == 2)
    }
    #expect(try await office.events("audit.exported").first?.facts["count"] == "1")
  }

  @Test(
    "A legal aid person is edited, sent on leave and taken off the list in the browser",
    arguments: TestOffice.Engine.allCases)
  func legalAidPerson(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try #require(try await office.principal("lawyer").undertaker)
    let path = "/legal-aid-persons/\(id)"
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let page = try await browser.get(path + "/details").form(action: path + "/details")
        .fill(["licenceValidTo": "2017-05-31"]).send(["languages": ["sign", "dialect"]]).submit()
      #expect(page.path == path)
      #expect(try page.words().contains("手语") && page.words().contains("2017年5月31日"))
      let backwards = try await browser.get(path + "/leave").form(action: path + "/leave")
        .fill(["from": "2016-04-10", "to": "2016-04-01"]).submit()
      #expect(backwards.status == 422)
      let left = try await backwards.form(action: path + "/leave").fill(["to": "2016-04-20"]).submit()
      #expect(try left.words().contains("2016年4月20日"))
      let closed = try await left.form(action: path + "/closing").submit()
      #expect(try closed.words().contains("停用"))
    }
    let all = try await office.services.database.read { try LegalAidPersonTable.all(office.county, $0) }
    #expect(!all.contains { $0.id == id })
    #expect(try await office.firstFault() == nil)
  }
}
