import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.4 Account and sessions", .timeLimit(.minutes(2)))
struct AccountTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  @Test("A handed-over password is changed before anything else opens", arguments: TestOffice.Engine.allCases)
  func handedOver(engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning, seal: false)
    try await office.meddle("UPDATE user_account SET must_change = 1 WHERE login = 'clerk'")
    try await office.browse { open in
      let browser = open()
      let account = try await browser.signIn("clerk")
      #expect(account.path == "/account")
      #expect(try account.words().contains("请先修改密码"))
      #expect(try await browser.get("/applications").path == "/account")
      let same = try await account.form(action: "/account")
        .fill(["current": "legalaid-demo", "new": "legalaid-demo"]).submit()
      #expect(try !same.error(at: "new").isEmpty)
      let done = try await same.form(action: "/account")
        .fill(["current": "legalaid-demo", "new": "another-password"]).submit()
      #expect(try done.words().contains("密码已修改"))
      #expect(try await browser.get("/applications").path == "/applications")
    }
  }

  @Test(
    "One sees where one is signed in and ends it there; a new password ends all others",
    arguments: TestOffice.Engine.allCases)
  func sessions(engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning, seal: false)
    try await office.browse { open in
      let (here, there, third) = (open(), open(), open())
      for browser in [there, third, here] { try await browser.signIn("clerk") }
      let page = try await here.get("/account")
      let ends = try page.root().all("form").compactMap { $0["action"] }.filter { $0.hasSuffix("/end") }
      let others = ends.filter { $0.hasPrefix("/account/sessions/") }
      #expect(others.count == 2)
      _ = try await page.form(action: others[0]).submit()
      let open = [try await there.get("/work").path, try await third.get("/work").path]
      #expect(open.filter { $0 == "/work" }.count == 1)
      _ = try await here.get("/account").form(action: "/account")
        .fill(["current": "legalaid-demo", "new": "another-password"]).submit()
      for browser in [there, third] { #expect(try await browser.get("/work").path.hasPrefix("/sign-in")) }
      #expect(try await here.get("/account").words().contains("登录记录"))
    }
    #expect(try await office.events("user.sessionEnded").count == 1)
  }

  @Test("Nobody ends another's session by its address")
  func others() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    try await office.browse { open in
      let (clerk, receptionist) = (open(), open())
      try await clerk.signIn("clerk")
      let second = open()
      try await second.signIn("clerk")
      let form = try await clerk.get("/account").root().all("form").compactMap { $0["action"] }
        .first { $0.hasPrefix("/account/sessions/") }
      let path = try #require(form)
      try await receptionist.signIn("receptionist")
      let csrf = try await receptionist.get("/account").form(action: "/account").value("csrf")
      #expect(try await receptionist.post(path, [("csrf", csrf)]).status == 404)
      #expect(try await second.get("/work").path == "/work")
    }
  }

  @Test("Fifteen idle minutes end a session", arguments: TestOffice.Engine.allCases)
  func idle(engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning, seal: false)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      office.clock.move(to: office.clock.now.adding(minutes: 15))
      #expect(try await browser.get("/work").path == "/work")
      office.clock.move(to: office.clock.now.adding(minutes: 15).adding(milliseconds: 1))
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
    }
  }
}
