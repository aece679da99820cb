import Cases
import Intake
import Kernel
import Objections
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 异议全程 · What follows from an objection (A12, TL13): a refusal upheld; a refusal corrected, whose case is then handled to
/// the archive; a termination corrected, whose case goes on.
@Suite(.timeLimit(.minutes(5))) struct ObjectionJourneyTests {
  private static let told: [String: [String]] = [
    "matter": ["M04"], "cause": ["赡养费纠纷"], "opposing": ["王大"], "track": ["nonLitigation"],
    "form": ["mediationAgency"],
    "stage": ["mediation"],
  ]
  private static let rich = ["netIncome": ["900,000"]]

  private static func office(_ engine: TestOffice.Engine, _ year: Int) async throws -> TestOffice {
    try await TestOffice.withHardshipLine(engine, at: Instant(.literal(year, 10, 11), hour: 9))
  }

  @Test(arguments: zip(TestOffice.Engine.allCases, [2016, 2023]))
  func aRefusalStands(_ engine: TestOffice.Engine, _ year: Int) async throws {
    let office = try await Self.office(engine, year)
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(Self.told.merging(Self.rich) { $1 })
      try await journey.decide(.refuse)
      let decided = try await Self.object(journey, to: journey.application, .uphold)
      #expect(try decided.words().contains("维持原决定"))
      #expect(try await journey.desks.page(journey.application, for: "reviewer").words().contains("不予援助"))
      try await journey.expectPapers(["F02", "F05", "F08", "F10", "F20"])
    }
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 0)
    try await office.expectWhole()
  }

  /// The old refusal is withdrawn and says so to whoever checks it.
  @Test(arguments: zip(TestOffice.Engine.allCases, [2016, 2023]))
  func aRefusalIsCorrected(_ engine: TestOffice.Engine, _ year: Int) async throws {
    let office = try await Self.office(engine, year)
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(Self.told.merging(Self.rich) { $1 })
      try await journey.decide(.refuse)
      try await Self.object(journey, to: journey.application, .correct)
      #expect(try await journey.desks.work("director").links().contains { $0.hasPrefix(journey.application) })
      try await journey.approve(.grant)
      for form in ["F08", "F09"] {
        let text = try await journey.text(of: form)
        #expect(text.contains("司法局责令改正的异议审查决定（青援异字〔\(year)〕第1号）"), "\(text)")
      }
      #expect(try await journey.text(of: "F08").contains("责令改正以前的意见：不予法律援助"))
      try await Self.handle(journey)
      try await journey.expectPapers(
        ["F02", "F05", "F08", "F08", "F10", "F20", "F09", "F11", "F21"], revoked: ["F10"])
    }
    try await office.expectWhole()
  }

  /// A case that was terminated is assigned anew and ends like any other.
  @Test(arguments: zip(TestOffice.Engine.allCases, [2016, 2023]))
  func aTerminationIsCorrected(_ engine: TestOffice.Engine, _ year: Int) async throws {
    let office = try await Self.office(engine, year)
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(Self.told)
      try await journey.decide()
      try await journey.assign()
      try await journey.terminate(.ownCounsel, "受援人已自行委托律师。")
      try await Self.object(journey, to: journey.aidCase, .correct)
      try await Self.handle(journey)
      try await journey.expectPapers(
        ["F02", "F05", "F08", "F09", "F11", "F18", "F19", "F20", "F11", "F21"], revoked: ["F18", "F19"])
    }
    try await office.expectWhole()
  }

  /// At the counter, and by the bureau a few days later.
  @discardableResult
  private static func object(
    _ journey: Journey, to decision: String, _ outcome: ObjectionOutcome
  ) async throws -> Page {
    journey.wait(1)
    let form = try await journey.desks.page("\(decision)/objection", for: "receptionist").form()
      .fill(["grounds": "决定认定的事实有误。"])
    try await journey.send(form.attach(journey.scan("paper")))
    journey.wait(2)
    let waiting = try #require(
      try await journey.desks.work("objections").links().first { $0.hasPrefix("/objections/") })
    return try await journey.send(
      journey.desks.page(waiting, for: "objections").form()
        .fill(["outcome": outcome.rawValue, "opinion": "已核对原决定的依据。"]))
  }

  private static func handle(_ journey: Journey) async throws {
    try await journey.assign()
    try await journey.engage()
    journey.wait(20)
    try await journey.close(.settlement, .settled)
    try await journey.archive()
    try await journey.expectDossier()
  }
}
