import Intake
import Kernel
import Registry
import TestSupport
import Testing
import WorkCalendar

/// 地方规则包页 · The pages of the local packs: what would change is shown before it is so.
@Suite(.timeLimit(.minutes(3))) struct PackPagesTests {
  private static let day = Day.literal(2016, 5, 20)

  @Test(arguments: TestOffice.Engine.allCases)
  func theDirectorSeesWhatChangesFirst(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(Self.day, hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      var pending = Walk(desks)
      pending.also = ["matter": ["M04"], "groups": ["familyPlanningHardship"], "claims": ["X19"]]
      pending.also["netIncome"] = ["1,000,000"]
      try await pending.take(.register)
      var other = Walk(desks, serial: 2)
      try await other.take(.register)
      let page = try await desks.page("/settings/packs", for: "director")
      #expect(try page.words().contains("只适用国家规定"))
      let asked = try await page.press("采用规则包").form().fill(["shipped": "JS-2016"]).submit()
      #expect(try asked.words().contains("1件在办申请会改变"))
      #expect(try asked.words().contains("免予经济困难审查：计划生育特殊困难家庭"))
      #expect(try asked.links().contains(pending.application))
      #expect(try !asked.links().contains(other.application))
      #expect(try await desks.page("/settings/packs", for: "director").words().contains("只适用国家规定"))
      let adopted = try await asked.form().submit()
      #expect(adopted.path == "/settings/packs")
      #expect(try adopted.words().contains("计划生育特殊困难家庭"))
      #expect(try adopted.words().contains("苏政发〔2015〕5号"))
      #expect(try await desks.page(pending.application, for: "reviewer").words().contains("JS-2016，X19"))
      let ending = try await adopted.follow("JS-2016").form()
      let told = try await ending.fill(["lastDay": "2015-12-31", "reason": "县政府文件2号"]).submit()
      #expect(try told.words().contains("1件在办申请会改变"))
      #expect(try told.words().contains("超过经济困难标准"))
      let over = try await told.form().submit()
      #expect(try over.words().contains("已失效"))
      #expect(try await !desks.page(pending.application, for: "reviewer").words().contains("JS-2016"))
    }
  }

  @Test func whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() async throws {
    let office = try await TestOffice.withHardshipLine(at: Instant(Self.day, hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      let form = try await desks.page("/settings/packs/new", for: "director").form()
      #expect(try await !form.submit().error(at: "shipped").isEmpty)
      let deep = String(repeating: "[", count: 9_000)
      for (content, word) in [
        ("pack: {name: 试点}", "document"), ("matters: [M99]", "pack"), (deep, "YAML"), ("a: &a [*a, *a]", "YAML"),
      ] {
        let page = try await form.fill(["content": content]).submit()
        #expect(page.status == 422 || page.status == 200)
        #expect(try page.error(at: "content").contains(word), "\(content.prefix(30))")
        #expect(try page.form().value("content") == content)
      }
      let longer = """
        pack: {name: 试点, document: 县政府文件, from: 2016-01-01}
        limits: [{key: TL04, number: 30, unit: calendarDay}]
        """
      #expect(try await form.fill(["content": longer]).submit().words().contains("地方只能缩短"))
      #expect(try await desks.page("/settings/packs/new", for: "admin").status == 403)
      #expect(try await desks.page("/settings/packs", for: "reviewer").status == 200)
      #expect(try await desks.page("/settings/packs/new", for: "reviewer").status == 403)
    }
  }
}
