import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct AcceptanceTests {
  /// AT-10.2: seven working days, counted around holidays and swapped weekends.
  @Test(arguments: [("2016-04-29", "2016-05-11"), ("2016-09-29", "2016-10-13")])
  func acceptanceStartsTheClock(_ accepted: String, _ due: String) async throws {
    let office = try await Fixture.office(at: Fixture.at(accepted, hour: 10))
    let id = try await office.accepted()
    let clocks = try await office.deadlines(id)
    #expect(clocks.map(\.key) == ["TL04"])
    #expect(clocks.first?.dueOn == Day(due))
    let application = try await office.application(id)
    #expect(application.state == .accepted)
    #expect(application.number == "青援申字〔2016〕第1号")
    #expect(application.acceptedOn == Day(accepted))
  }

  /// The set in force on the day of acceptance decides, whatever was in force at the counter.
  @Test func theRuleSetIsThatOfTheAcceptance() async throws {
    let office = try await Fixture.office(at: Fixture.at("2021-12-31", hour: 16))
    let id = try await office.register()
    #expect(try await office.application(id).ruleSet == .rs2018)
    office.clock.move(to: Fixture.at("2022-01-04", hour: 9))
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.application(id).ruleSet == .rs2022)
    #expect(try await office.deadlines(id).first?.rules == .rs2022)
  }

  @Test func itIsAcceptedOnce() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    let refused = try await refusals { try await office.run("receptionist", AcceptApplication(id)) }
    #expect(refused.map(\.key) == ["wrong-state"])
    #expect(try await office.deadlines(id).count == 1)
  }

  /// Two people act on one application: the second sees that it changed, and nothing of his is done.
  @Test func aStaleVersionIsRefused() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let shown = try await office.application(id).version
    try await office.run("clerk", HandInMaterials(id, [MaterialHandedIn(code: "case", name: "欠条")]))
    let refused = try await refusals {
      try await office.run("receptionist", AcceptApplication(id), Submission(version: shown))
    }
    #expect(refused.map(\.key) == [Refusal.changedMeanwhile.key])
    #expect(try await office.application(id).state == .received)
  }

  @Test func anotherStationDoesNotSeeIt() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let (own, other) = (try await office.principal("clerk"), try await office.principal("clerk2"))
    let seen = try await office.services.database.read { try ApplicationTable.one(id, for: own, $0).id }
    #expect(seen == id)
    await #expect(throws: Refusal.notFound) {
      try await office.services.database.read { _ = try ApplicationTable.one(id, for: other, $0) }
    }
    let refused = try await refusals {
      try await office.run("clerk2", WithdrawApplication(id, reason: "本人撤回"))
    }
    #expect(refused == [.notFound])
  }
}
