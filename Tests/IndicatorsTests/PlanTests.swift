import Indicators
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct PlanTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func theSamePlanAgainChangesNothing(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    #expect(try await fixture.load(Fixture.plan(lastYear: 1_102)) == .loaded)
    let events: Int? = try await fixture.office.value("SELECT COUNT(*) FROM event")
    #expect(try await fixture.load(Fixture.plan(lastYear: 1_102)) == .unchanged)
    #expect(try await fixture.load(Fixture.plan(lastYear: 1_102), replace: true) == .unchanged)
    #expect(try await fixture.office.value("SELECT COUNT(*) FROM event") == events)
    let county = fixture.office.county
    let stored = try await fixture.office.services.database.read { try PlanTable.of(2016, in: county, $0) }
    #expect(stored == Fixture.plan(lastYear: 1_102))
  }

  @Test func anotherPlanSaysWhatWouldChange() async throws {
    let fixture = try await Fixture()
    try await fixture.load(Fixture.plan())
    var other = Fixture.plan(lastYear: 1_102)
    other.targets["K1"] = Target("13")
    other.items.removeLast()
    let refused = await #expect(throws: Refusals.self) { try await fixture.load(other) }
    #expect(
      refused?.all.compactMap(\.field) == ["items.9", "lastYear", "targets.K1"])
    #expect(refused?.all.last?.message.en == "targets.K1: 12 → 13")
    #expect(try await fixture.load(other, replace: true) == .replaced)
    #expect(try await fixture.report()[.volume]?.target == Target("13"))
  }

  @Test func onlyALeaderLoads() async throws {
    let fixture = try await Fixture()
    let clerk = try await fixture.office.principal("clerk")
    let runner = ActionRunner(fixture.office.services)
    await #expect(throws: Refusal.notAllowed) {
      try await LoadPlan.run(Fixture.plan(), replace: false, as: clerk, runner)
    }
  }
}
