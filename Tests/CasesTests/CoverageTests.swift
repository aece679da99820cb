import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 覆盖情况 · Whom a year's aid reached, by township and group, and why others were refused.
@Suite struct CoverageTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func placesAndGroupsWithNoneAreSeen(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    _ = try await GroupFlow.open(office, others: 2)
    _ = try await CaseFlow.open(office, recipient: "钱单独", groups: [.disabled])
    let rich = Household(members: 1, netIncomeFen: 90_000_000, months: 12)
    try await refuse(office, "孙富有", household: rich)
    let coverage = try await office.services.database.read {
      [county = office.county, keys = office.services.keys] in
      try Coverage.of(.literal(2016, 1, 1) ... .literal(2016, 12, 31), in: county, keys, $0)
    }
    let east = try #require(coverage.townships.first { $0.name.zh == "河东镇" })
    #expect((east.times, east.persons, east.refused) == (4, 4, 1))
    #expect(coverage.townships.contains { !$0.isReached })
    func group(_ code: GroupCode) throws -> Coverage.Line {
      try #require(coverage.groups.first { $0.name == code.name })
    }
    #expect(try group(.migrantWorker).times == 3 && group(.disabled).times == 1)
    #expect(try group(.migrantWorker).refused == 1 && !group(.youfu).isReached)
    #expect(coverage.refusals.map(\.count) == [0, 0, 1, 0])
    // Another year has none of it.
    let before = try await office.services.database.read { [county = office.county, keys = office.services.keys] in
      try Coverage.of(.literal(2015, 1, 1) ... .literal(2015, 12, 31), in: county, keys, $0)
    }
    #expect(before.townships.allSatisfy { !$0.isReached } && before.refusals.allSatisfy { $0.count == 0 })
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let page = try await director.get("/coverage?year=2016&by=group")
      #expect(page.text.contains("没有受援人") && page.text.contains("优抚对象"))
      #expect(try await director.get("/coverage?year=2016&by=refusal").text.contains("经济困难"))
      #expect(try await director.get("/coverage?year=abc&by=x").status == 200)
    }
  }

  private func refuse(_ office: TestOffice, _ name: String, household: Household) async throws {
    let line = HardshipLine(amountFen: 160_000, unit: .month, lookbackMonths: 12, source: "县民政局〔2016〕1号")
    try await office.run("director", SetHardshipLine(line))
    let told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: "某公司", facts: "拖欠工资。", household: household)
    let id = try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(name: name, phone: "13900006211", township: "河东镇", groups: [.migrantWorker]), told))
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .refuse, opinion: "收入高于标准。"))
    try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意。", reason: "不符合经济困难标准"))
  }
}
