import Cases
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 网上办理 · K12 is counted from sealed papers, and a scan in place of one undoes it.
@Suite struct OnlineMeasureTests {
  private func figure(_ office: TestOffice, to: Day = .literal(2016, 12, 31)) async throws -> [Int] {
    let measure = try #require(CaseMeasures.all.first { $0.key == "K12" })
    let scope = MeasureScope(county: office.county, from: .literal(2016, 1, 1), to: to)
    return try await office.services.database.read { reader in
      try [measure.numerator(scope), measure.denominator?(scope)].compactMap {
        try $0.map { try reader.rows($0).count }
      }
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func at_10_13_threeStepsSealedOnlineCountOnceAndAScanDoesNot(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine, seal: true)
    let flow = try await CaseFlow.open(office)
    try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain()
    // Granted, not assigned: not yet a case of all three steps.
    #expect(try await figure(office) == [0, 0])
    try await flow.assign()
    #expect(try await figure(office) == [0, 1], "decided, but no seal is on the assignment yet")
    try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain()
    #expect(try await figure(office) == [1, 1])
    #expect(try await figure(office, to: .literal(2016, 5, 11)) == [0, 0])

    try await office.run(
      "lawyer", EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: flow.scan))
    #expect(try await figure(office) == [1, 1])
    // The director signed on paper, and the scan was put in.
    try await office.run("lawyer", UploadToCase(aidCase: flow.id, item: "F08", file: flow.scan))
    #expect(try await figure(office) == [0, 1])
  }

  @Test func at_10_13_withoutTheSealNothingIsOnline() async throws {
    let office = try await CaseFlow.office(seal: false)
    let flow = try await CaseFlow.open(office)
    try await flow.assign()
    try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain()
    #expect(try await figure(office) == [0, 1])
  }
}
