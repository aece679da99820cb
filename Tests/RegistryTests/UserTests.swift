import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Users and roles", .timeLimit(.minutes(2)))
struct UserTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)
  private static let today = Day.literal(2016, 3, 7)

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> (TestOffice, AgencyID) {
    let office = try await TestOffice(engine, at: morning, seal: false)
    return (office, try #require(try await office.principal("director").agency))
  }

  private static func user(_ roles: [Role], at agency: AgencyID, login: String = "new", from: Day = today)
    -> AddUser
  {
    AddUser(
      login: login, name: "新人", passwordHash: "hash", grants: roles.map { Grant(role: $0, agency: agency) },
      from: from)
  }

  @Test(
    "Roles that one person may not hold together are refused with their reason",
    arguments: [
      [Role.director, .sealKeeper], [.sealKeeper, .reviewer], [.sysAdmin, .auditAdmin],
      [.securityAdmin, .auditAdmin],
      [.director, .reviewer, .sealKeeper],
    ])
  func incompatible(roles: [Role]) async throws {
    let (office, centre) = try await Self.office()
    let before = try await office.eventCount()
    let refusals = await #expect(throws: Refusals.self) {
      try await office.run("admin", Self.user(roles, at: centre))
    }
    #expect(refusals?.all.first?.key == "user.incompatible")
    #expect(refusals?.all.first?.field == "role")
    #expect(try await office.eventCount() == before)
    #expect(try await office.value("SELECT COUNT(*) FROM user_account WHERE login = 'new'", as: Int.self) == 0)
  }

  @Test("Roles kept apart stay apart at different agencies too")
  func incompatibleAcrossAgencies() async throws {
    let (office, centre) = try await Self.office()
    let station = try #require(try await office.principal("clerk").agency)
    let user = AddUser(
      login: "new", name: "新人", passwordHash: "hash",
      grants: [Grant(role: .director, agency: centre), Grant(role: .sealKeeper, agency: station)], from: Self.today)
    await #expect(throws: Refusals.self) { try await office.run("admin", user) }
  }

  @Test("A taken login is refused whatever its letters' case", arguments: TestOffice.Engine.allCases)
  func taken(engine: TestOffice.Engine) async throws {
    let (office, centre) = try await Self.office(engine)
    let refusals = await #expect(throws: Refusals.self) {
      try await office.run("admin", Self.user([.reviewer], at: centre, login: "ADMIN"))
    }
    #expect(refusals?.all.map(\.key) == ["user.taken"])
  }

  @Test("Only those who manage users add one")
  func permission() async throws {
    let (office, centre) = try await Self.office()
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("director", Self.user([.reviewer], at: centre))
    }
    #expect(try await office.events("user.added").allSatisfy { $0.facts["login"] != "new" })
  }

  @Test("A role counts from its day to its last", arguments: TestOffice.Engine.allCases)
  func dates(engine: TestOffice.Engine) async throws {
    let (office, centre) = try await Self.office(engine)
    let id = try await office.run("admin", Self.user([.reviewer], at: centre, from: Self.today.adding(days: 1)))
    try await office.meddle("UPDATE role_grant SET to_on = '2016-03-31' WHERE user_account = \(id)")
    func principal(_ day: String) async throws -> Principal? {
      let day = try #require(Day(day))
      return try await office.services.database.read { reader in
        try UserTable.of(id, reader).flatMap { try UserTable.principal($0, at: nil, on: day, reader) }
      }
    }
    #expect(try await principal("2016-03-07") == nil)
    #expect(try await principal("2016-03-08")?.roles == [.reviewer])
    #expect(try await principal("2016-03-31")?.roles == [.reviewer])
    #expect(try await principal("2016-04-01") == nil)
    try await office.meddle("UPDATE user_account SET is_active = 0 WHERE id = \(id)")
    #expect(try await principal("2016-03-08") == nil)
  }

  @Test("Whoever has roles at two agencies acts for one at a time", arguments: TestOffice.Engine.allCases)
  func twoAgencies(engine: TestOffice.Engine) async throws {
    let (office, centre) = try await Self.office(engine)
    let station = try #require(try await office.principal("clerk").agency)
    let id = try await office.run(
      "admin",
      AddUser(
        login: "both", name: "两处", passwordHash: "hash",
        grants: [Grant(role: .stationClerk, agency: station), Grant(role: .reviewer, agency: centre)],
        from: Self.today))
    func roles(at agency: AgencyID?) async throws -> Set<Role>? {
      try await office.services.database.read { reader in
        try UserTable.of(id, reader).flatMap {
          try UserTable.principal($0, at: agency, on: Self.today, reader)?.roles
        }
      }
    }
    #expect(try await roles(at: nil) == [.stationClerk])
    #expect(try await roles(at: station) == [.stationClerk])
    #expect(try await roles(at: centre) == [.reviewer])
  }

  @Test("A one-time password is four groups of four that are not mistaken for each other, and each is another")
  func oneTime() throws {
    let made = (1...200).map { _ in Password.oneTime() }
    #expect(Set(made).count == 200)
    for password in made {
      #expect(try #/[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){3}/#.wholeMatch(in: password) != nil, "\(password)")
      #expect(password.count >= Password.minimumLength)
    }
  }

  @Test("A password is kept as an argon2id hash with a salt of its own")
  func hash() async throws {
    let (first, second) = (try await Password.hash("正确的密码123"), try await Password.hash("正确的密码123"))
    #expect(first.hasPrefix("$argon2id$"))
    #expect(first != second)
    #expect(await Password.matches("正确的密码123", first))
    #expect(await !Password.matches("正确的密码124", first))
    #expect(await !Password.matches("正确的密码123", "not a hash"))
  }

  @Test("A changed password replaces the handed-over one", arguments: TestOffice.Engine.allCases)
  func change(engine: TestOffice.Engine) async throws {
    let (office, centre) = try await Self.office(engine)
    let handedOver = Password.oneTime()
    try await office.run(
      "admin",
      AddUser(
        login: "new", name: "新人", passwordHash: try await Password.hash(handedOver),
        grants: [Grant(role: .reviewer, agency: centre)], from: Self.today))
    let signIn = SignIn(ActionRunner(office.services))
    let user = try await signIn(login: "new", password: handedOver)
    #expect(user.mustChangePassword)
    let principal = try await office.services.database.read {
      try UserTable.principal(user, at: nil, on: Self.today, $0)
    }
    try await ActionRunner(office.services).run(
      ChangePassword(passwordHash: try await Password.hash("own-password")), as: #require(principal))
    await #expect(throws: SignIn.wrong) { try await signIn(login: "new", password: handedOver) }
    #expect(try await !signIn(login: "new", password: "own-password").mustChangePassword)
  }
}
