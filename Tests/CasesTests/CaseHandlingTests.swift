import Cases
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Agreement, records, hearings: what each refuses.
@Suite struct CaseHandlingTests {
  @Test func noAgreementNoEngagement() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let early = EngageRecipient(aidCase: flow.id, engagedOn: .literal(2016, 5, 11), agreement: nil)
    let refused = try await refusals { try await flow.office.run("lawyer", early) }
    #expect(refused.map(\.key) == ["engagement.day", "engagement.agreement"])
    // Of the articles of the step those in force on the day.
    #expect(refused.last?.basis == [.p12("22")])
  }

  /// 刑事规定 14: consent takes the place of the contract.
  @Test func aNotifiedCaseNeedsConsentOnly() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let id = flow.id
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE aid_case SET track = \(CaseTrack.criminalNotified) WHERE id = \(id)")
    }
    func engage(_ statement: String) -> EngageRecipient {
      EngageRecipient(aidCase: id, engagedOn: CaseFlow.assigned, agreement: nil, statement: statement)
    }
    #expect(
      try await refusedKeys { try await flow.office.run("lawyer", engage("")) } == ["engagement.statement"])
    try await flow.office.run("lawyer", engage("会见时同意由其辩护。"))
    #expect(try await flow.aidCase.state == .engaged)
  }

  @Test(arguments: [("2016-05-09", ["record.day"]), ("2016-05-13", ["record.day"]), ("2016-05-10", [])])
  func aRecordIsOfADayOfTheCase(_ day: String, _ keys: [String]) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.engage()
    let record = AddHandlingRecord(aidCase: flow.id, kind: .evidence, doneOn: try #require(Day(day)), content: "调查")
    #expect(try await refusedKeys { try await flow.office.run("lawyer", record) } == keys)
  }

  @Test func oneHearingADay() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let hearing = AddHearing(aidCase: flow.id, heldOn: .literal(2016, 6, 20), court: "青禾县人民法院")
    try await flow.office.run("lawyer", hearing)
    #expect(try await refusedKeys { try await flow.office.run("lawyer", hearing) } == ["hearing.twice"])
    let before = AddHearing(aidCase: flow.id, heldOn: .literal(2016, 5, 9), court: "青禾县人民法院")
    #expect(try await refusedKeys { try await flow.office.run("lawyer", before) } == ["hearing.beforeGrant"])
  }

  @Test func aHearingIsHeldWhenItsDayHasCome() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let id = try await flow.office.run(
      "lawyer", AddHearing(aidCase: flow.id, heldOn: .literal(2016, 6, 20), court: "青禾县人民法院"))
    let held = MarkHearingHeld(aidCase: flow.id, hearing: id)
    #expect(try await refusedKeys { try await flow.office.run("lawyer", held) } == ["hearing.future"])
    flow.office.clock.move(to: .literal(2016, 6, 20))
    try await flow.office.run("lawyer", held)
    try await flow.office.run("supervisor", MarkHearingObserved(aidCase: flow.id, hearing: id))
    let hearings = try await flow.office.services.database.read { [id = flow.id] in try HearingTable.of(id, $0) }
    #expect(hearings.map(\.isHeld) == [true] && hearings.map(\.isObserved) == [true])
  }

  /// Separation of duties, 5 (docs/law/separation); the attempt is written down.
  @Test func nobodyObservesAtHisOwnUnit() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign("lawyer4")
    let today = CaseFlow.assigned
    try await flow.office.run("lawyer4", EngageRecipient(aidCase: flow.id, engagedOn: today, agreement: flow.scan))
    let id = try await flow.office.run(
      "lawyer4", AddHearing(aidCase: flow.id, heldOn: today, court: "青禾县人民法院"))
    #expect(
      try await refusedKeys {
        try await flow.office.run("supervisor", MarkHearingObserved(aidCase: flow.id, hearing: id))
      } == ["case.notIndependent"])
    let written = try await flow.office.value(
      "SELECT COUNT(*) FROM event WHERE kind = 'action.refused'", as: Int.self)
    #expect(written == 1)
  }

  /// AT-X.1: a firm sees its own cases, a lawyer his own, a station those it took in.
  @Test(arguments: [
    ("lawyer", true), ("lawyer2", false), ("lawyer3", false), ("firm", true), ("firm2", false), ("clerk", true),
    ("clerk2", false), ("leader", true), ("archivist", true),
  ])
  func everybodySeesHisOwn(_ login: String, _ sees: Bool) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let (principal, id) = (try await flow.office.principal(login), flow.id)
    let (listed, found) = try await flow.office.services.database.read { reader in
      (
        try CaseTable.list(CaseQuery(), for: principal, reader).map(\.id),
        try? CaseTable.one(id, for: principal, reader)
      )
    }
    #expect(listed == (sees ? [id] : []))
    #expect((found != nil) == sees)
  }
}
