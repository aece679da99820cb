import App
import Indicators
import Kernel
import TestSupport
import Testing
import WorkCalendar

@Suite struct PlanFileTests {
  @Test func theShippedPlanHasSeventeenItems() throws {
    let plan = try PlanFile.shipped()
    #expect(plan.year == 2016 && plan.items.map(\.number) == Array(1...17))
    #expect(plan.targets.mapValues(\.description) == ["K1": "12", "K2": "19", "K3": "55", "K4": "35", "K5": "5"])
    #expect(plan.population == nil)
  }

  /// 2 purchase of services, 7 special groups, 15 training, 16 research and 17 cooperation between departments have no software.
  @Test func whatNoSoftwareServesSaysSo() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.loadPlan(of: 2016)
    try await office.browse { open in
      let page = try await Desks(office, open).page("/plan/2016", for: "leader").words()
      #expect(page.ranges(of: "本项任务的软件功能还没有建成").count == 5)
    }
  }

  @Test func everythingThatMayStandInIt() throws {
    let yaml = """
      year: 2016
      population: {base: registered, persons: 812345, asOf: 2015-12-31, source: 县公安局}
      townshipPopulation: {城关镇: 203000, 河东镇: 95000}
      lastYear: {accepted: 1102, source: 2015年统计表}
      targets: {K1: 12, K2: 19.5}
      items: [{number: 1, title: 扩大法律援助覆盖面, owner: 县司法局, measures: [K1]}]
      """
    let plan = try PlanFile.read(yaml: yaml, file: "plan.yml")
    #expect(plan.population?.persons == 812_345 && plan.population?.base == .registered)
    #expect(plan.townshipPopulation == ["城关镇": 203_000, "河东镇": 95_000])
    #expect(plan.lastYear?.accepted == 1_102 && plan.targets["K2"] == Target("19.5"))
    #expect(plan.items.first?.measures == ["K1"])
    #expect(try PlanFile.read(yaml: "year: 2017", file: "plan.yml") == Plan(year: 2017))
  }

  @Test(arguments: [
    ("year: 16", "year"), ("targets: {K1: 12}", "year"), ("year: 2016\ntargets: {K16: 1}", "K16"),
    ("year: 2016\ntargets: {K1: 12%}", "12%"), ("year: 2016\nextra: 1", "extra"),
    ("year: 2016\nitems: [{number: 1, title: a, owner: b, measures: [X]}]", "X"),
    ("year: 2016\nitems: [{number: 1, title: a, owner: b}, {number: 1, title: a, owner: b}]", "repeated"),
    ("year: 2016\npopulation: {base: all, persons: 1, asOf: 2015-12-31, source: a}", "base"),
    ("year: 2016\npopulation: {base: resident, persons: 1, asOf: 2015-13-31, source: a}", "asOf"),
    ("year: [", "plan.yml"), ("", "plan.yml"),
  ])
  func aFaultNamesItsPlace(_ yaml: String, _ place: String) {
    let fault = #expect(throws: YAMLFault.self) { try PlanFile.read(yaml: yaml, file: "plan.yml") }
    #expect(fault?.description.contains(place) == true)
  }
}
