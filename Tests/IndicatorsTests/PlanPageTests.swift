import Indicators
import Kernel
import TestSupport
import Testing
import WorkCalendar

@Suite struct PlanPageTests {
  private func fixture() async throws -> Fixture {
    let fixture = try await Fixture(at: Instant(.literal(2016, 12, 31), hour: 20))
    try await fixture.load(Fixture.plan())
    _ = try await fixture.importCases(rows: 300)
    return fixture
  }

  @Test func theLivingPlan() async throws {
    let fixture = try await fixture()
    let report = try await fixture.report()
    try await fixture.office.browse { browser in
      let browser = browser()
      try await browser.signIn("leader")
      let page = try await browser.get("/plan")
      #expect(page.status == 200 && page.path == "/plan/2016")
      let plan = try await browser.get("/plan/2016")
      #expect(plan.status == 200)
      #expect(try plan.heading() == "2016年法律援助工作要点")
      let words = try plan.words()
      for kind in [IndicatorKind.volume, .criminal, .litigation, .lawFirm, .observation, .closing] {
        #expect(words.contains(try #require(report[kind]?.share?.value(places: 2))), "\(kind)")
        #expect(try plan.links().contains("/plan/2016/measures/\(kind.key)"))
      }
      #expect(words.contains("812,345") && words.contains("统计口径第1版") && words.contains("年底约"))
      #expect(words.contains("本项任务的软件功能还没有建成") || words.contains("办理功能"))
      #expect(try plan.links().contains("/plan/2016/measures/K1?month=3"))
    }
  }

  /// Every number leads to its cases; a page of them holds fifty.
  @Test func theCasesBehindANumber() async throws {
    let fixture = try await fixture()
    let closed = try #require(try await fixture.report()[.closing]?.numerator)
    try await fixture.office.browse { browser in
      let browser = browser()
      try await browser.signIn("director")
      let page = try await browser.get("/plan/2016/measures/K6")
      #expect(try page.links().count { $0.hasPrefix("/cases/") } == min(50, closed))
      #expect(try page.words().contains("共 \(closed) 条"))
      let last = try await browser.get("/plan/2016/measures/K6?page=\((closed + 49) / 50)")
      #expect(try last.links().count { $0.hasPrefix("/cases/") } == (closed - 1) % 50 + 1)
      let english = try await browser.get(
        "/plan/2016/measures/K1?part=denominator", headers: ["Accept-Language": "en"])
      #expect(english.status == 200)
    }
  }

  @Test func whatIsNotThereAndWhoMayNot() async throws {
    let fixture = try await Fixture()
    try await fixture.office.browse { browser in
      let (leader, clerk) = (browser(), browser())
      try await leader.signIn("leader")
      for path in [
        "/plan/99", "/plan/x", "/plan/2016/measures/K7", "/plan/2016/measures/K99", "/plan/2016?township=无此镇",
        "/plan/2016/measures/K1?month=13",
      ] {
        #expect(try await leader.get(path).status == 404, "\(path)")
      }
      let without = try await leader.get("/plan/2016")
      #expect(without.status == 200)
      #expect(try without.words().contains("还没有设定"))
      try await clerk.signIn("clerk")
      #expect(try await clerk.get("/plan/2016").status == 403)
    }
  }
}
