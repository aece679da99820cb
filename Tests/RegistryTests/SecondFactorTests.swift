import App
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.4 Second factor", .timeLimit(.minutes(2)))
struct SecondFactorTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  private static func code(_ secret: [UInt8], _ office: TestOffice) -> String {
    TOTP.code(secret, step: TOTP.step(at: office.clock.now))
  }

  /// An office in which somebody has set up a second factor; the clock stands in the next step.
  private static func office(
    _ engine: TestOffice.Engine = .sqlite, login: String = "director", recovery: [String] = []
  ) async throws -> (office: TestOffice, secret: [UInt8], user: UserID) {
    let office = try await TestOffice(engine, at: morning, seal: false)
    let secret = TOTP.newSecret()
    try await office.run(login, BeginSecondFactor(secret: secret))
    try await office.run(login, EnrolSecondFactor(code: code(secret, office), recoveryCodes: recovery))
    office.clock.move(to: office.clock.now.adding(milliseconds: 30_000))
    return (office, secret, try #require(office.staff.user(login)))
  }

  private static func confirm(_ code: String, _ user: UserID, _ office: TestOffice, once: String? = nil)
    async throws
  {
    try await SecondFactor.confirm(
      code, of: user, as: office.principal("director"), office.office.runner, once: once)
  }

  @Test(
    "Whoever has none passes; whoever has one needs its code, and no step counts twice",
    arguments: TestOffice.Engine.allCases)
  func confirm(engine: TestOffice.Engine) async throws {
    let (office, secret, user) = try await Self.office(engine)
    let other = try #require(office.staff.user("reviewer"))
    try await SecondFactor.confirm("", of: other, as: office.principal("reviewer"), office.office.runner)
    await #expect(throws: SecondFactor.wrong) { try await Self.confirm("000000", user, office) }
    let code = Self.code(secret, office)
    try await Self.confirm(" \(code.prefix(3)) \(code.suffix(3)) ", user, office)
    await #expect(throws: SecondFactor.wrong) { try await Self.confirm(code, user, office) }
    #expect(try await office.events("secondFactor.confirmed").count == 1)
    #expect(try await office.firstFault() == nil)
  }

  @Test("The same form sent twice is one confirmation", arguments: TestOffice.Engine.allCases)
  func once(engine: TestOffice.Engine) async throws {
    let (office, secret, user) = try await Self.office(engine)
    let code = Self.code(secret, office)
    for _ in 1...2 { try await Self.confirm(code, user, office, once: "form") }
    await #expect(throws: SecondFactor.wrong) { try await Self.confirm(code, user, office, once: "another") }
  }

  @Test("The secret is never in the database or the log in clear", arguments: TestOffice.Engine.allCases)
  func secrecy(engine: TestOffice.Engine) async throws {
    let (office, secret, user) = try await Self.office(engine, recovery: ["ABCD-EFGH"])
    let sealed: [UInt8] = try #require(
      try await office.value("SELECT secret_sealed FROM second_factor WHERE user_account = \(user)"))
    let text = Base32.encode(secret)
    #expect(!String(decoding: sealed, as: UTF8.self).contains(text))
    for kind in ["secondFactor.begun", "secondFactor.enrolled"] {
      for event in try await office.events(kind) {
        let body = String(decoding: event.body, as: UTF8.self)
        #expect(!body.contains(text) && !body.contains("ABCDEFGH"))
      }
    }
  }

  @Test("A recovery code works once, in small letters too", arguments: TestOffice.Engine.allCases)
  func recovery(engine: TestOffice.Engine) async throws {
    let (office, _, user) = try await Self.office(engine, recovery: ["ABCD-EFGH", "JKMN-PQRS"])
    try await Self.confirm("abcd efgh", user, office)
    await #expect(throws: SecondFactor.wrong) { try await Self.confirm("ABCD-EFGH", user, office) }
    try await Self.confirm("JKMN-PQRS", user, office)
  }

  @Test(
    "Five wrong codes lock the account, and a right password in between does not help",
    arguments: TestOffice.Engine.allCases)
  func lock(engine: TestOffice.Engine) async throws {
    let (office, secret, user) = try await Self.office(engine)
    let signIn = SignIn(office.office.runner)
    func finish(_ code: String) async throws {
      try await SecondFactor.finishSignIn(code, of: user, in: office.county, office.office.runner)
    }
    for _ in 1...5 {
      _ = try await signIn(login: "director", password: "legalaid-demo")
      await #expect(throws: SecondFactor.wrong) { try await finish("000000") }
    }
    let right = Self.code(secret, office)
    await #expect(throws: SignIn.locked) { try await signIn(login: "director", password: "legalaid-demo") }
    let refusal = await #expect(throws: Refusal.self) { try await finish(right) }
    #expect(refusal?.key == SignIn.locked.key && refusal?.field == "secondFactor")
    office.clock.move(to: office.clock.now.adding(minutes: 15))
    let later = Self.code(secret, office)
    try await finish(later)
    #expect(try await office.events("user.signedIn").count == 1)
  }

  @Test("A wrong first code puts nothing in use; a second secret replaces only an unfinished one")
  func enrolment() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let secret = TOTP.newSecret()
    let none = await #expect(throws: Refusal.self) {
      try await office.run("director", EnrolSecondFactor(code: "123456", recoveryCodes: []))
    }
    #expect(none == .notFound)
    try await office.run("director", BeginSecondFactor(secret: TOTP.newSecret()))
    try await office.run("director", BeginSecondFactor(secret: secret))
    let wrong = await #expect(throws: Refusal.self) {
      try await office.run("director", EnrolSecondFactor(code: "12345", recoveryCodes: []))
    }
    #expect(wrong?.field == "secondFactor")
    let first = Self.code(secret, office)
    try await office.run("director", EnrolSecondFactor(code: first, recoveryCodes: []))
    let there = await #expect(throws: Refusal.self) {
      try await office.run("director", BeginSecondFactor(secret: TOTP.newSecret()))
    }
    #expect(there?.key == "second-factor.there")
  }

  @Test("Only the security administrator takes away another's; one's own stays where the office requires it")
  func removal() async throws {
    let (office, _, user) = try await Self.office()
    await #expect(throws: Refusal.notAllowed) { try await office.run("admin", RemoveSecondFactor(of: user)) }
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("admin", SetSignInRules(SignInRules(requiring: [.director])))
    }
    try await office.run("security", SetSignInRules(SignInRules(requiring: [.director])))
    let kept = await #expect(throws: Refusal.self) {
      try await office.run("director", RemoveSecondFactor(of: user))
    }
    #expect(kept?.key == "second-factor.required")
    try await office.run("security", RemoveSecondFactor(of: user))
    #expect(try await office.services.database.read { try !SecondFactor.isEnrolled(user, $0) })
  }

  @Test("In the browser: required, set up, asked for at the next sign-in", arguments: [Language.zh, .en])
  func journey(language: Language) async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    try await office.run("security", SetSignInRules(SignInRules(requiring: [.director])))
    try await office.browse { open in
      let browser = open()
      _ = try await browser.get("/language?to=\(language.rawValue)")
      let forced = try await browser.signIn("director")
      #expect(forced.path == "/account/second-factor")
      #expect(try await browser.get("/cases").path == "/account/second-factor")
      // Whoever finds the session open does not set it up without the password.
      let unasked = try await forced.form(action: "/account/second-factor/secret").fill(["current": "wrong"])
        .submit()
      #expect(unasked.status == 422)
      #expect(try !unasked.error(at: "current").isEmpty)
      #expect(try await office.events("secondFactor.begun").isEmpty)
      let elsewhere = open()
      #expect(try await elsewhere.signIn("director").path == "/account/second-factor")
      let scan = try await unasked.form(action: "/account/second-factor/secret")
        .fill(["current": "legalaid-demo"]).submit()
      let words = try scan.words()
      let shown = try #require(words.firstMatch(of: /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)).output
      let secret = try #require(Base32.decode(shown.filter { $0 != " " }))
      let wrong = try await scan.form(action: "/account/second-factor").fill(["secondFactor": "12"]).submit()
      #expect(wrong.status == 422)
      #expect(try !wrong.error(at: "secondFactor").isEmpty)
      let done = try await wrong.form(action: "/account/second-factor")
        .fill(["secondFactor": Self.code(secret, office)]).submit()
      let codes = try done.words().matches(of: /[A-Z2-9]{4}-[A-Z2-9]{4}/).map { String($0.output) }
      #expect(codes.count == 10)
      #expect(try await elsewhere.get("/account").path.hasPrefix("/sign-in"))
      #expect(try await !browser.get("/account/second-factor").words().contains(shown))
      #expect(try await browser.get("/cases").path == "/cases")

      let second = open()
      let code = try await second.signIn("director")
      #expect(code.path.hasPrefix("/sign-in/code"))
      #expect(try await second.get("/work").path.hasPrefix("/sign-in?"))
      let again = try await second.get("/sign-in/code?next=/cases").form(action: "/session/code")
        .fill(["secondFactor": "000000"]).submit()
      #expect(again.status == 422)
      let home = try await again.form(action: "/session/code").fill(["secondFactor": codes[0]]).submit()
      #expect(home.path == "/cases")
      #expect(try await open().get("/sign-in/code").path == "/sign-in")
    }
  }

  @Test("A half-finished sign-in is gone after five minutes")
  func halfway() async throws {
    let (office, secret, _) = try await Self.office()
    try await office.browse { open in
      let browser = open()
      let page = try await browser.signIn("director")
      office.clock.move(to: office.clock.now.adding(minutes: 6))
      let late = try await page.form(action: "/session/code").fill(["secondFactor": Self.code(secret, office)])
        .submit()
      #expect(late.path != "/work")
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
    }
  }
}
