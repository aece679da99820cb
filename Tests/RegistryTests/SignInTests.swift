import App
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.4 Sign-in", .timeLimit(.minutes(2)))
struct SignInTests {
  private static let password = "legalaid-demo"
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> (TestOffice, SignIn) {
    let office = try await TestOffice(engine, at: morning, seal: false)
    return (office, SignIn(ActionRunner(office.services)))
  }

  private static func fail(_ signIn: SignIn, _ times: Int, login: String = "clerk") async {
    for number in 1...times {
      await #expect(throws: SignIn.wrong) { try await signIn(login: login, password: "guess \(number)") }
    }
  }

  @Test(
    "The right password lets in, also when the login is typed in capitals", arguments: TestOffice.Engine.allCases)
  func right(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    #expect(try await signIn(login: "clerk", password: Self.password).name == "孙莉")
    #expect(try await signIn(login: "CLERK", password: Self.password).login == "clerk")
    let events = try await office.events("user.signedIn")
    #expect(events.count == 2)
    #expect(events.allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains(Self.password) })
  }

  @Test("A wrong password, an unknown login and a closed account are answered alike")
  func wrong() async throws {
    let (office, signIn) = try await Self.office()
    await Self.fail(signIn, 1)
    await Self.fail(signIn, 1, login: "nobody")
    await Self.fail(signIn, 1, login: "")
    await #expect(throws: SignIn.wrong) { try await signIn(login: "clerk", password: "") }
    try await office.meddle("UPDATE user_account SET is_active = 0 WHERE login = 'clerk2'")
    await #expect(throws: SignIn.wrong) { try await signIn(login: "clerk2", password: Self.password) }
    #expect(try await office.events("user.signInFailed").count == 2)
    #expect(try await office.firstFault() == nil)
  }

  @Test(
    "Five failures lock the account for fifteen minutes, also against the right password",
    arguments: TestOffice.Engine.allCases)
  func lock(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    await Self.fail(signIn, 5)
    await #expect(throws: SignIn.locked) { try await signIn(login: "clerk", password: Self.password) }
    #expect(try await office.events("user.locked").count == 1)
    // Nobody else is locked out.
    #expect(try await signIn(login: "clerk2", password: Self.password).login == "clerk2")
    office.clock.move(to: Self.morning.adding(minutes: 15).adding(milliseconds: -1))
    await #expect(throws: SignIn.locked) { try await signIn(login: "clerk", password: Self.password) }
    office.clock.move(to: Self.morning.adding(minutes: 15))
    #expect(try await signIn(login: "clerk", password: Self.password).login == "clerk")
  }

  @Test(
    "A one-time password runs out after seventy-two hours, as a failed sign-in, and another is handed over",
    arguments: TestOffice.Engine.allCases)
  func oneTime(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    let clerk = try #require(office.staff.user("clerk"))
    let hash = try await Password.hash("ABCD-EFGH-JKMN")
    try await office.run("admin", ResetPassword(of: clerk, passwordHash: hash))
    func enter() async throws -> User { try await signIn(login: "clerk", password: "ABCD-EFGH-JKMN") }
    func expectListed(_ words: String) async throws {
      try await office.browse { open in
        let browser = open()
        try await browser.signIn("admin")
        #expect(try await browser.get("/users").words().contains(words))
      }
    }
    let end = Self.morning.adding(minutes: 72 * 60)
    office.clock.move(to: end.adding(milliseconds: -1))
    #expect(try await enter().mustChangePassword)
    try await expectListed("一次性密码，有效至")
    office.clock.move(to: end)
    await #expect(throws: SignIn.wrong) { try await signIn(login: "clerk", password: "guess") }
    for _ in 1...4 { await #expect(throws: SignIn.runOut) { try await enter() } }
    await #expect(throws: SignIn.locked) { try await enter() }
    #expect(try await office.events("user.signInFailed").count == 4)
    #expect(try await office.events("user.locked").count == 1)
    try await expectListed("一次性密码已过期")
    try await office.run("admin", ResetPassword(of: clerk, passwordHash: hash))
    #expect(try await enter().login == "clerk")
    try await office.run("security", SetSignInRules(SignInRules(requiring: [], oneTimeHours: 1)))
    office.clock.move(to: end.adding(minutes: 60))
    await #expect(throws: SignIn.runOut) { try await enter() }
    // A password that somebody chose does not run out.
    #expect(try await signIn(login: "clerk2", password: Self.password).login == "clerk2")
    let hours = await #expect(throws: Refusal.self) {
      try await office.run("security", SetSignInRules(SignInRules(requiring: [], oneTimeHours: 721)))
    }
    #expect(hours?.field == "hours")
  }

  @Test("A right password in between begins the count anew; so does a lock that ran out")
  func count() async throws {
    let (office, signIn) = try await Self.office()
    for _ in 1...2 {
      await Self.fail(signIn, 4)
      #expect(try await signIn(login: "clerk", password: Self.password).login == "clerk")
    }
    await Self.fail(signIn, 5)
    office.clock.move(to: Self.morning.adding(minutes: 15))
    await Self.fail(signIn, 4)
    #expect(try await signIn(login: "clerk", password: Self.password).login == "clerk")
  }

  @Test("Guessing many at once does not get past the lock", arguments: TestOffice.Engine.allCases)
  func atOnce(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    let answers = await withTaskGroup(of: Refusal?.self) { group in
      for number in 1...12 {
        group.addTask {
          do {
            _ = try await signIn(login: "clerk", password: number == 12 ? Self.password + "?" : "guess \(number)")
            return nil
          } catch { return error as? Refusal }
        }
      }
      return await group.reduce(into: [Refusal?]()) { $0.append($1) }
    }
    #expect(answers.count { $0 == SignIn.wrong } == 5)
    #expect(answers.count { $0 == SignIn.locked } == 7)
    #expect(try await office.events("user.locked").count == 1)
    await #expect(throws: SignIn.locked) { try await signIn(login: "clerk", password: Self.password) }
  }

  @Test("An unknown login locks, and unlocks, exactly as a known one", arguments: TestOffice.Engine.allCases)
  func unknown(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    func answers(_ login: String) async -> [Refusal?] {
      var answers: [Refusal?] = []
      for number in 1...7 {
        do {
          _ = try await signIn(login: login, password: "guess \(number)")
          answers.append(nil)
        } catch { answers.append(error as? Refusal) }
      }
      return answers
    }
    let (known, nobody) = (await answers("clerk"), await answers("nobody"))
    #expect(known == nobody)
    #expect(known.suffix(2) == [SignIn.locked, SignIn.locked])
    // As many events, and as many rows written, for the one as for the other.
    #expect(try await office.eventCount(of: ["user.signInFailed", "user.locked"]) == 5)
    #expect(try await office.eventCount(of: ["user.signInUnknown"]) == 5)
    office.clock.move(to: Self.morning.adding(minutes: 15))
    #expect(await answers("clerk") == answers("nobody"))
    try await office.meddle("UPDATE user_account SET is_active = 0 WHERE login = 'clerk2'")
    #expect(await answers("clerk2") == known)
    #expect(try await office.firstFault() == nil)
  }

  @Test(
    "Failures are forgotten after days neither of a known login nor of an unknown one",
    arguments: TestOffice.Engine.allCases)
  func patient(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    for login in ["clerk", "nobody"] { await Self.fail(signIn, 4, login: login) }
    office.clock.move(to: Self.morning.adding(minutes: 3 * 24 * 60))
    // What somebody else fails at is when old counts are cleared away.
    await Self.fail(signIn, 1, login: "another")
    for login in ["clerk", "nobody"] {
      await Self.fail(signIn, 1, login: login)
      await #expect(throws: SignIn.locked) { try await signIn(login: login, password: "guess") }
    }
    office.clock.move(to: Self.morning.adding(minutes: 5 * 24 * 60))
    await Self.fail(signIn, 1, login: "another")
    let kept = try await office.value("SELECT COUNT(*) FROM sign_in_brake WHERE kind = 'login'", as: Int.self)
    #expect(kept == 1, "a count that ended is cleared away")
  }

  @Test("Thirty failures from one address hold it, whatever the logins", arguments: TestOffice.Engine.allCases)
  func address(engine: TestOffice.Engine) async throws {
    let (office, signIn) = try await Self.office(engine)
    try await office.run("security", SetSignInRules(SignInRules(requiring: [], addressFailures: 10)))
    for number in 1...10 {
      await #expect(throws: SignIn.wrong) {
        try await signIn(
          login: number.isMultiple(of: 5) ? "clerk" : "somebody\(number)", password: "spring2016", from: "10.1.1.1")
      }
    }
    await #expect(throws: SignIn.heldAddress) {
      try await signIn(login: "clerk", password: Self.password, from: "10.1.1.1")
    }
    await #expect(throws: SignIn.heldAddress) { try await signIn(login: "other", password: "x", from: "10.1.1.1") }
    #expect(try await signIn(login: "clerk", password: Self.password, from: "10.1.1.2").login == "clerk")
    office.clock.move(to: Self.morning.adding(minutes: 15))
    #expect(try await signIn(login: "clerk", password: Self.password, from: "10.1.1.1").login == "clerk")
    // Failures a quarter of an hour apart do not add up.
    for minutes in stride(from: 20, to: 20 + 16 * 10, by: 16) {
      office.clock.move(to: Self.morning.adding(minutes: minutes))
      await #expect(throws: SignIn.wrong) {
        try await signIn(login: "somebody", password: "x", from: "10.1.1.3")
      }
      _ = try? await signIn(login: "clerk", password: Self.password)
    }
    let stored = try await office.value("SELECT COUNT(*) FROM sign_in_brake WHERE kind = 'address'", as: Int.self)
    #expect(stored == 2)
  }
}

extension TestOffice {
  fileprivate func eventCount(of kinds: [String]) async throws -> Int {
    try await value("SELECT COUNT(*) FROM event WHERE kind IN \(list: kinds)", as: Int.self) ?? 0
  }
}
