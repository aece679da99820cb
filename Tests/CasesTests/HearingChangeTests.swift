import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 开庭改期、取消: what it was before stays on record.
@Suite struct HearingChangeTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func movedAndCancelledWithItsHistory(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    let (first, second) = try await hearings(flow)
    try await change(flow, first, to: .literal(2016, 6, 28))
    try await change(flow, second, to: nil)
    let id = flow.id
    let (left, changes) = try await flow.office.services.database.read {
      (try HearingTable.of(id, $0), try HearingChangeTable.of(id, $0))
    }
    #expect(left.map(\.heldOn) == [.literal(2016, 6, 28)])
    #expect(changes.map(\.wasOn) == [.literal(2016, 6, 20), .literal(2016, 7, 1)])
    #expect(changes.map(\.movedTo) == [.literal(2016, 6, 28), nil])
  }

  @Test func whatIsRefused() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let (first, second) = try await hearings(flow)
    func keys(_ day: Day?, _ reason: String = "法院通知") async throws -> [String] {
      try await refusedKeys { try await change(flow, first, to: day, reason) }
    }
    #expect(try await keys(.literal(2016, 7, 1), "") == ["hearing.reason", "hearing.twice"])
    #expect(try await keys(.literal(2016, 6, 20)) == ["hearing.same"])
    #expect(try await keys(.literal(2016, 5, 9)) == ["hearing.beforeGrant"])
    flow.office.clock.move(to: .literal(2016, 7, 1))
    try await flow.office.run("lawyer", MarkHearingHeld(aidCase: flow.id, hearing: second))
    #expect(try await refusedKeys { try await change(flow, second, to: nil) } == ["hearing.held"])
  }

  @Test func throughThePage() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let (first, _) = try await hearings(flow)
    let path = "/cases/\(flow.id)/hearing-change"
    try await flow.office.browse { browser in
      let lawyer = browser()
      try await lawyer.signIn("lawyer")
      #expect(try await lawyer.get("/cases/\(flow.id)").links().contains(path))
      let form = try await lawyer.get(path).form(action: path)
      let wrong = try await form.fill(["hearing": "\(first)", "change": "move", "reason": "法院通知改期"]).submit()
      #expect(wrong.status == 422)
      #expect(try !wrong.error(at: "heldOn").isEmpty)
      let moved = try await wrong.form(action: path).fill(["heldOn": "2016-06-28", "startsAt": "14:00"]).submit()
      #expect(try moved.words().contains("2016年6月28日 14:00"))
      #expect(try moved.words().contains("法院通知改期"))
      _ = try await lawyer.get("/language?to=en&next=/work")
      #expect(try await lawyer.get("/cases/\(flow.id)").words().contains("Hearing moved"))
    }
  }

  private func hearings(_ flow: CaseFlow) async throws -> (HearingID, HearingID) {
    try await flow.begin()
    func add(_ day: Day) async throws -> HearingID {
      try await flow.office.run("lawyer", AddHearing(aidCase: flow.id, heldOn: day, court: "青禾县人民法院"))
    }
    return (try await add(.literal(2016, 6, 20)), try await add(.literal(2016, 7, 1)))
  }

  private func change(
    _ flow: CaseFlow, _ hearing: HearingID, to day: Day?, _ reason: String = "法院通知"
  ) async throws {
    try await flow.office.run(
      "lawyer", ChangeHearing(aidCase: flow.id, hearing: hearing, heldOn: day, reason: reason))
  }
}
