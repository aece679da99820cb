import Indicators
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 设定要点页 · The bureau's leader sets a year's plan on a page: it begins with what ships, loses nothing that was typed, and
/// two who set it at once do not overwrite each other.
@Suite struct PlanFormTests {
  private static let path = "/plan/2016/content"

  @Test("The leader sets the plan, and changes it", arguments: TestOffice.Engine.allCases)
  func isSetOnThePage(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("leader")
      #expect(try await browser.get("/plan/2016").links().contains(Self.path))
      let form = try await browser.get(Self.path).form(action: Self.path)
      #expect(form.value("target-K1") == "12" && form.value("target-K2") == "19" && form.value("target-K6") == "")
      #expect(form.value("items").split(separator: "\n").count == 17)
      let told = [
        "persons": "812345", "asOf": "2015-12-31", "source": "县公安局", "accepted": "1102", "target-K4": "35.5",
      ]
      let page = try await form.fill(told).submit()
      #expect(page.path == "/plan/2016" && page.text.contains("812,345"))
      let again = try await browser.get(Self.path).form(action: Self.path)
      #expect(again.value("persons") == "812345" && again.value("target-K4") == "35.5")
      let other = try await browser.get(Self.path).form(action: Self.path)
      _ = try await again.fill(["target-K4": "40"]).submit()
      // It was set meanwhile.
      #expect(try await other.fill(["target-K4": "50"]).submit().status == 409)
    }
    let county = office.county
    let found = try await office.services.database.read { try PlanTable.of(2016, in: county, $0) }
    let plan = try #require(found)
    #expect(plan.targets["K4"]?.description == "40" && plan.items.count == 17)
    #expect(plan.population?.persons == 812_345 && plan.lastYear?.accepted == 1102)
    #expect(try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'plan.replaced'", as: Int.self) == 1)
  }

  @Test("A township that the page does not ask for keeps the number it was loaded with")
  func keepsWhatItDoesNotAsk() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9))
    let loaded = Plan(year: 2016, townshipPopulation: ["已撤乡": 4_321, "河东镇": 20_000])
    try await office.run("leader", LoadPlan(loaded))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("leader")
      let form = try await browser.get(Self.path).form(action: Self.path)
      #expect(form.value("township-河东镇") == "20000")
      _ = try await form.fill(["township-河东镇": "21000"]).submit()
    }
    let county = office.county
    let plan = try await office.services.database.read { try PlanTable.of(2016, in: county, $0) }
    #expect(plan?.townshipPopulation == ["已撤乡": 4_321, "河东镇": 21_000])
  }

  @Test("What cannot be read is said at its field, and stays as typed")
  func saysWhatIsWrong() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("leader")
      let form = try await browser.get(Self.path).form(action: Self.path)
      let wrong = [
        "persons": "8123", "acceptedSource": "统计表", "target-K1": "十二", "items": "1 扩大覆盖面｜县司法局｜K0\n2 不知道谁负责",
      ]
      let page = try await form.fill(wrong).submit()
      #expect(page.status == 422)
      for said in ["请填写数字，例如19或者35.5。", "第2行", "请补填人口数据日期", "请补填人口数据来源", "请填写上年案件数"] {
        #expect(page.text.contains(said), "\(said)")
      }
      let kept = try page.form(action: Self.path)
      for (name, value) in wrong { #expect(kept.value(name) == value, "\(name)") }
      for (lines, said) in [("1 甲｜乙｜K99", "K99"), ("1 甲｜乙\n1 丙｜丁", "重复"), ("x 甲｜乙", "第1行")] {
        #expect(try await form.fill(["items": lines]).submit().text.contains(said), "\(lines)")
      }
      try await browser.signIn("reviewer")
      #expect(try await browser.get(Self.path).status == 403)
      #expect(try await !browser.get("/plan/2016").links().contains(Self.path))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM plan", as: Int.self) == 0)
  }
}
