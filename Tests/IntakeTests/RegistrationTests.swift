import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct RegistrationTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func oneEntryMakesPersonMatterPartiesAndReceipt(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register(materials: [MaterialHandedIn(code: "identity", name: "身份证明")])
    let application = try await office.application(id)
    #expect(application.state == .received)
    #expect(application.receiptNumber == "青援收字〔2016〕第1号")
    #expect(application.number == nil)
    #expect(application.originName == "河东镇法律援助工作站")
    #expect(application.ruleSet == .rs2012)
    #expect(application.outcome == .qualifies)
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05"])
    #expect(try await office.events(id) == ["application.received"])
    let county = office.county
    let parties = try await office.services.database.read { try PartyTable.of(application.matter, in: county, $0) }
    #expect(parties.map(\.name) == ["赵春兰", "宏达建筑劳务有限公司", "王五"])
    #expect(parties.map(\.person) == [application.applicant, nil, nil])
  }

  @Test func thePersonIsFoundByIdentityNumber() async throws {
    let office = try await Fixture.office()
    let first = try await office.application(office.register())
    var again = Fixture.person
    again.phone = "13900000000"
    let second = try await office.application(office.register(again, by: "receptionist"))
    #expect(first.applicant == second.applicant)
    #expect(first.matter != second.matter)
    let county = office.county
    let earlier = try await office.services.database.read {
      try ApplicationTable.earlier(of: first.applicant, for: .system(county), $0)
    }
    #expect(earlier.map(\.id) == [second.id, first.id])
  }

  /// AT-10.1: the time of entry is the server's, the time of service is told, and both are kept.
  @Test func bothTimesAreKept() async throws {
    let office = try await Fixture.office(at: Instant(Day.literal(2016, 3, 7), hour: 23, minute: 50))
    var told = Fixture.told
    told.servedAt = Fixture.at("2016-03-07", hour: 15)
    let application = try await office.application(office.register(Fixture.person, told))
    #expect(application.servedAt == Fixture.at("2016-03-07", hour: 15))
    #expect(application.enteredAt == office.clock.now)
  }

  /// AT-10.1: a time of service later than the entry is refused, at its field.
  @Test func aLaterTimeOfServiceIsRefused() async throws {
    let office = try await Fixture.office()
    var told = Fixture.told
    told.servedAt = office.clock.now.adding(hours: 1)
    let late = told
    let refused = try await refusals { _ = try await office.register(Fixture.person, late) }
    #expect(refused.map(\.key) == ["application.servedLater"])
    #expect(refused.first?.field == "servedAt")
    #expect(try await office.value("SELECT COUNT(*) FROM person", as: Int.self) == 0)
  }

  @Test func whatIsToldOfThePersonIsNeverStoredInClear() async throws {
    let office = try await Fixture.office()
    _ = try await office.register()
    let row = try await office.services.database.read { reader in
      (
        try reader.row("SELECT * FROM person")?.values ?? [],
        try reader.row("SELECT * FROM aid_application")?.values ?? [],
        try reader.rows("SELECT body FROM event").flatMap(\.values)
      )
    }
    let stored = (row.0 + row.1 + row.2).map { value in
      switch value {
      case .text(let text): text
      case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
      default: ""
      }
    }.joined(separator: "\n")
    for secret in [Fixture.identityNumber, "13912346210", "柳湾村三组", "3000000"] { #expect(!stored.contains(secret)) }
    #expect(stored.contains("赵春兰"))
  }

  @Test func theVerdictFollowsTheIncome() async throws {
    let office = try await Fixture.office()
    var told = Fixture.told
    told.household = Household(members: 1, netIncomeFen: 1_600_00 * 12 + 1, months: 12)
    let over = try await office.application(office.register(Fixture.person, told))
    #expect(over.outcome == .refuse)
    told.household = Household(members: 1, netIncomeFen: 1_600_00 * 12, months: 12)
    let within = try await office.application(office.register(Fixture.person, told))
    #expect(within.outcome == .qualifies)
    told.household = nil
    let untold = try await office.application(office.register(Fixture.person, told))
    #expect(untold.outcome == .notKnown)
  }

  @Test(arguments: ["reviewer", "director", "lawyer", "admin"])
  func othersMayNotRegister(_ login: String) async throws {
    let office = try await Fixture.office()
    let refused = try await refusals { _ = try await office.register(by: login) }
    #expect(refused.map(\.key) == [Refusal.notAllowed.key])
    #expect(try await office.countOfEvents("action.refused") == 1)
  }

  @Test func aFormSentTwiceIsOneApplication() async throws {
    let office = try await Fixture.office()
    let form = Submission(token: "0123456789abcdef")
    let first = try await office.run("clerk", RegisterApplication(Fixture.person, Fixture.told), form)
    let second = try await office.run("clerk", RegisterApplication(Fixture.person, Fixture.told), form)
    #expect(first == second)
    #expect(try await office.value("SELECT COUNT(*) FROM aid_application", as: Int.self) == 1)
  }
}
