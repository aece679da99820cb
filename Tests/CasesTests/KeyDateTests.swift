import Cases
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 关键日期 · The times of the recipient's own procedure: begun by a day, kept in view, ended by what was done.
@Suite struct KeyDateTests {
  /// Each time on its boundary.
  @Test(arguments: [
    (KeyDate.rightsInfringed, Day.literal(2016, 3, 10), Day.literal(2017, 3, 10)),
    (.arbitrationAccepted, .literal(2016, 5, 3), .literal(2016, 6, 17)),
    (.awardServed, .literal(2016, 6, 17), .literal(2016, 7, 4)),
    (.damageKnown, .literal(2016, 3, 10), .literal(2018, 3, 12)),
    (.compensationRequested, .literal(2016, 5, 3), .literal(2016, 7, 4)),
    (.protectionRequested, .literal(2016, 5, 3), .literal(2016, 5, 6)),
  ])
  func whenItEnds(_ date: KeyDate, _ day: Day, _ ends: Day) {
    let due = date.limit.due(from: .day(day), rules: .inForce(on: day), calendar: .official)
    #expect(due?.value?.day == ends)
  }

  @Test func whichCasesKnowThem() {
    #expect(
      KeyDate.allCases.filter { $0.isOffered(.arbitrationAgency, .labourArbitration, .arbitration) }.map(\.rawValue)
        == ["KD1", "KD2", "KD3"])
    #expect(
      KeyDate.allCases.filter { $0.isOffered(.compensationLitigationAgency, .stateCompensation, nil) }.map(
        \.rawValue) == ["KD4", "KD5"])
    #expect(KeyDate.allCases.filter { $0.isOffered(.criminalDefence, .criminalApplied, .investigation) }.isEmpty)
  }

  private static func arbitration(_ engine: TestOffice.Engine) async throws -> CaseFlow {
    let office = try await CaseFlow.office(engine)
    let flow = try await CaseFlow.open(office, form: .arbitrationAgency)
    try await flow.begin()
    return flow
  }

  /// Written down, in view on the page and in the work list, moved, done; what the office owes is another matter.
  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheDayToTheClaim(_ engine: TestOffice.Engine) async throws {
    let flow = try await Self.arbitration(engine)
    let (office, id) = (flow.office, flow.id)
    try await office.run("lawyer", SetKeyDate(aidCase: id, .rightsInfringed, on: .literal(2015, 5, 20)))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("lawyer")
      let page = try await browser.get("/cases/\(id)").words()
      #expect(page.contains("申请劳动仲裁") && page.contains("2016年5月20日"))
      let work = try await browser.get("/work").words()
      #expect(work.contains("申请劳动仲裁"))
      let path = "/cases/\(id)/key-dates"
      let empty = try await browser.get(path).form(action: path).fill(["date": "KD1"]).submit()
      #expect(empty.status == 422)
      let moved = try await browser.get(path).form(action: path).fill(["date": "KD1", "day": "2015-05-25"]).submit()
      let words = try moved.words()
      #expect(words.contains("2016年5月25日") && !words.contains("最迟2016年5月20日"))
    }
    try await office.run("lawyer", FinishKeyDate(aidCase: id, .rightsInfringed))
    let running = try await office.services.database.read { try Deadline.open(.aidCase(id), $0).map(\.key) }
    #expect(!running.contains("KD1"))
  }

  /// The award that closes an arbitration begins the fifteen days to sue, and closing stops none of the party's times.
  @Test func theAwardBeginsTheTimeToSue() async throws {
    let flow = try await Self.arbitration(.sqlite)
    let (office, id) = (flow.office, flow.id)
    try await office.run("lawyer", SetKeyDate(aidCase: id, .arbitrationAccepted, on: .literal(2016, 5, 12)))
    office.clock.move(to: .literal(2016, 6, 17))
    try await office.run(
      "lawyer",
      CloseCase(
        aidCase: id, basis: .award, closedOn: .literal(2016, 6, 17), result: .claimsWhole, outcome: "裁决支持。",
        instrument: flow.scan))
    let clocks = try await office.services.database.read { reader in
      Dictionary(uniqueKeysWithValues: try Deadline.open(.aidCase(id), reader).map { ($0.key, $0.dueOn) })
    }
    #expect(clocks["KD3"] == .literal(2016, 7, 4) && clocks["KD2"] == .literal(2016, 6, 27))
    #expect(clocks["TL18"] != nil)
  }

  @Test func whatIsRefused() async throws {
    let flow = try await Self.arbitration(.sqlite)
    let (office, id) = (flow.office, flow.id)
    #expect(
      try await refusedKeys {
        try await office.run("lawyer", SetKeyDate(aidCase: id, .damageKnown, on: .literal(2016, 5, 1)))
      } == ["keyDate.kind"])
    #expect(
      try await refusedKeys {
        try await office.run("lawyer", SetKeyDate(aidCase: id, .awardServed, on: .literal(2016, 12, 1)))
      } == ["keyDate.future"])
    #expect(
      try await refusedKeys { try await office.run("lawyer", FinishKeyDate(aidCase: id, .awardServed)) }
        == ["keyDate.none"])
  }
}
