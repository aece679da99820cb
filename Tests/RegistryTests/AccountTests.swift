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

  @Test(
    "A wrong password on one's own pages counts as a failed sign-in and locks; the right one then opens nothing",
    arguments: ["/account", "/account/second-factor"])
  func guessing(path: String) async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let action = path == "/account" ? path : path + "/secret"
      func type(_ password: String) async throws -> Page {
        try await browser.get(path).form(action: action)
          .fill(["current": password].merging(path == "/account" ? ["new": "another-password"] : [:]) { $1 })
          .submit()
      }
      for number in 1...5 {
        let answer = try await type("guess \(number)")
        #expect(answer.status == 422)
        #expect(try answer.error(at: "current").contains("现在的密码不正确"))
      }
      #expect(try await office.events("user.signInFailed").count == 4)
      #expect(try await office.events("user.locked").count == 1)
      let late = try await type("legalaid-demo")
      #expect(late.status == 422)
      #expect(try late.error(at: "current").contains("已锁定"))
      #expect(try await office.events("secondFactor.begun").isEmpty)
      #expect(try await office.events("user.passwordChanged").isEmpty)
      #expect(try await open().signIn("clerk").path != "/work")
      office.clock.move(to: office.clock.now.adding(minutes: 15))
      #expect(try await type("legalaid-demo").status == 200)
    }
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

  @Test(
    "The security administrator sets the idle time; open sessions, the warning and the help follow at once",
    arguments: TestOffice.Engine.allCases)
  func idleSetting(engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning, seal: false)
    let secret = try await office.enrol("security")
    try await office.browse { open in
      let (clerk, security) = (open(), open())
      try await clerk.signIn("clerk")
      func code() -> String { TOTP.code(secret, step: TOTP.step(at: office.clock.now)) }
      _ = try await security.signIn("security").form(action: "/session/code").fill(["secondFactor": code()])
        .submit()
      office.clock.move(to: office.clock.now.adding(milliseconds: 30_000))
      let page = try await security.get("/settings/idle-time")
      #expect(try page.words().contains("15分钟"))
      let short = try await page.form(action: "/settings/idle-time").fill(["minutes": "4", "secondFactor": code()])
        .submit()
      #expect(short.status == 422)
      #expect(try short.error(at: "minutes").contains("5"))
      let long = try await short.form(action: "/settings/idle-time").fill(["minutes": "61"]).submit()
      #expect(try long.error(at: "minutes").contains("60"))
      let wrong = try await long.form(action: "/settings/idle-time").fill([
        "minutes": "30", "secondFactor": "000000",
      ])
      .submit()
      #expect(try !wrong.error(at: "secondFactor").isEmpty)
      #expect(try wrong.form(action: "/settings/idle-time").value("minutes") == "30")
      let done = try await wrong.form(action: "/settings/idle-time").fill(["secondFactor": code()]).submit()
      #expect(try done.words().contains("立即生效"))
      office.clock.move(to: office.clock.now.adding(minutes: 29))
      let work = try await clerk.get("/work")
      #expect(work.path == "/work")
      #expect(work.text.contains("data-session=\"30\""))
      #expect(try await clerk.get("/help").words().contains("30分钟没有操作"))
      office.clock.move(to: office.clock.now.adding(minutes: 31))
      #expect(try await clerk.get("/work").path.hasPrefix("/sign-in"))
    }
    #expect(try await office.events("idleTime.set").count == 1)
    let refusal = await #expect(throws: Refusal.self) {
      try await office.run("security", SetIdleTime(IdleTime(minutes: 61)))
    }
    #expect(refusal?.field == "minutes")
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("admin", SetIdleTime(IdleTime(minutes: 20)))
    }
  }
}

extension TestOffice {
  /// Sets up a second factor; the clock stands in the next step.
  fileprivate func enrol(_ login: String) async throws -> [UInt8] {
    let secret = TOTP.newSecret()
    try await run(login, BeginSecondFactor(secret: secret))
    try await run(
      login, EnrolSecondFactor(code: TOTP.code(secret, step: TOTP.step(at: clock.now)), recoveryCodes: []))
    clock.move(to: clock.now.adding(milliseconds: 30_000))
    return secret
  }
}
