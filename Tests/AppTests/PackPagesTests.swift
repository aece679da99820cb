import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 地方规则包页 · The pages of the local packs: drawn up entry by entry, and what would change is shown before it is so.
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
      let draft = try await page.press("拟定规则包").form().fill(["base": "JS-2016"]).submit()
      #expect(try draft.words().contains("1件在办申请会改变"))
      #expect(try draft.words().contains("免予经济困难审查：计划生育特殊困难家庭"))
      #expect(try draft.links().contains(pending.application))
      #expect(try !draft.links().contains(other.application))
      #expect(try await desks.page(pending.application, for: "reviewer").words().contains("JS-2016") == false)
      let adopted = try await draft.form("adopt").submit()
      #expect(adopted.path == "/settings/packs")
      #expect(try adopted.words().contains("计划生育特殊困难家庭"))
      #expect(try adopted.words().contains("苏政发〔2015〕5号"))
      #expect(try !adopted.words().contains("草案"))
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

  private static let entries: [(String, [String: [String]])] = [
    ("援助事项", ["matter": ["M08"], "to": ["2016-06-30"]]),
    ("免予经济困难审查", ["exemption": ["X19"], "groups": ["familyPlanningHardship", "elderly"], "proof": ["特别扶助证"]]),
    ("重点人群", ["group": ["disabled"], "document": ["省政府文件9号"]]),
    ("缩短期限", ["limit": ["TL04"], "number": ["5"], "unit": ["calendarDay"]]),
    ("经济困难标准", ["amount": ["1600"], "per": ["month"], "source": ["省标准"], "from": ["2016-05-01"]]),
    ("执业年限", ["years": ["5"]]),
  ]

  /// From an empty draft to a pack in force: each kind of entry typed in its own form, one changed, one taken away.
  @Test(arguments: TestOffice.Engine.allCases)
  func aPackIsDrawnUpEntryByEntry(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(Self.day, hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      let start = try await desks.page("/settings/packs/new", for: "director").form()
      var draft = try await start.fill(["name": "试点", "document": "县政府文件7号", "from": "2016-05-01"]).submit()
      #expect(try draft.words().contains("还没有条目"))
      for (kind, told) in Self.entries {
        draft = try await draft.press("添加\(kind)").form().fill(told).submit()
      }
      let words = try draft.words()
      for word in ["列入援助事项", "免予经济困难审查", "省政府文件9号", "期限缩短为5日", "1,600.00", "执业满5年"] {
        #expect(words.contains(word), "\(word)")
      }
      let change = try await draft.follow("X19").form()
      #expect(change.values("groups").sorted() == ["elderly", "familyPlanningHardship"])
      draft = try await change.fill(["groups": ["familyPlanningHardship"], "proof": ["特别扶助证（县级）"]]).submit()
      draft = try await draft.follow("执业年限").form("remove").submit()
      #expect(try !draft.words().contains("执业满5年"))
      draft = try await draft.press("修改名称、依据和日期").form().fill(["to": "2016-12-31"]).submit()
      let adopted = try await draft.form("adopt").submit()
      #expect(adopted.path == "/settings/packs")
      let county = office.county
      let pack = try await office.services.database.read { try AdoptedPackTable.all(county, $0) }.first?.pack()
      #expect(pack?.to == .literal(2016, 12, 31))
      let matter = Listed(MatterCode.personalInjury, EntryTerms(to: .literal(2016, 6, 30)))
      #expect(pack?.matters == [matter])
      #expect(pack?.exemptions.map(\.groups) == [[.familyPlanningHardship]])
      #expect(pack?.exemptions.map(\.proof) == ["特别扶助证（县级）"])
      let group = Listed(GroupCode.disabled, EntryTerms(document: "省政府文件9号"))
      #expect(pack?.groups == [group])
      #expect(pack?.limits == [LocalLimit(key: "TL04", limit: .calendarDays(5))])
      #expect(pack?.hardshipLines.map(\.amountFen) == [160_000])
      #expect(pack?.practiceYears == nil)
      let counter = try await desks.page("/applications/new", for: "receptionist").words()
      #expect(counter.contains("地方重点人群：试点"))
    }
  }

  /// What somebody else changed meanwhile is not overwritten; a draft thrown away is gone and leaves nothing in force.
  @Test func twoWhoDrawUpOneDraft() async throws {
    let office = try await TestOffice.withHardshipLine(at: Instant(Self.day, hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      let start = try await desks.page("/settings/packs/new", for: "director").form()
      let draft = try await start.fill(["name": "试点", "document": "县政府文件7号", "from": "2016-05-01"]).submit()
      let mine = try await draft.press("添加重点人群").form()
      let theirs = try await desks.page(draft.path, for: "director").press("添加援助事项").form()
      _ = try await theirs.fill(["matter": "M08"]).submit()
      let late = try await mine.fill(["group": "elderly"]).submit()
      #expect(late.status != 200 || late.path != draft.path)
      #expect(try late.form().value("group") == "elderly")
      let again = try await late.form().submit()
      #expect(try again.words().contains("地方重点人群"))
      #expect(try again.words().contains("列入援助事项"))
      let gone = try await again.form("drop").submit()
      #expect(try gone.words().contains("只适用国家规定"))
      #expect(try await desks.page(draft.path, for: "director").status == 404)
    }
  }

  @Test func whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() async throws {
    let office = try await TestOffice.withHardshipLine(at: Instant(Self.day, hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      let form = try await desks.page("/settings/packs/new", for: "director").form()
      let empty = try await form.submit()
      #expect(try !empty.error(at: "name").isEmpty && !empty.error(at: "document").isEmpty)
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
      let draft = try await form.fill(["content": longer]).submit()
      #expect(try await draft.form("adopt").submit().words().contains("地方只能缩短"))
      let limit = try await draft.press("添加缩短期限").form()
      let refused = try await limit.fill(["limit": "TL04", "number": "31", "unit": "calendarDay"]).submit()
      #expect(try refused.error(at: "number").contains("地方只能缩短"))
      #expect(try refused.form().value("number") == "31")
      let petition = try await draft.press("添加免予经济困难审查").form().fill(["exemption": "X21"]).submit()
      #expect(try !petition.error(at: "matters").isEmpty)
      let order = ["group": "elderly", "from": "2016-05-02", "to": "2016-05-01"]
      #expect(try await !draft.press("添加重点人群").form().fill(order).submit().error(at: "to").isEmpty)
      let before = ["group": "elderly", "to": "2015-12-31"]
      let never = try await draft.press("添加重点人群").form().fill(before).submit()
      #expect(try never.error(at: "to").contains("“地方重点人群：老年人”的起止日期"))
      let years = try await draft.press("添加执业年限").form().fill(["years": "5"]).submit()
      #expect(try years.words().contains("执业满5年"))
      let second = try await years.press("添加执业年限").form().fill(["years": "6"]).submit()
      #expect(try second.error(at: "years").contains("满5年") && second.form().value("years") == "6")
      let own = ["group": "elderly", "to": "2016-03-31"]
      let late = try await years.press("添加重点人群").form().fill(own).submit()
      let moved = try await desks.page("\(draft.path)/head", for: "director").form().fill(["from": "2016-04-01"])
        .submit()
      #expect(try late.words().contains("地方重点人群") && moved.error(at: "from").contains("永远不会生效"))
      #expect(try await desks.page("/settings/packs/new", for: "admin").status == 403)
      #expect(try await desks.page("/settings/packs", for: "reviewer").status == 200)
      #expect(try await desks.page("/settings/packs/new", for: "reviewer").status == 403)
      #expect(try await desks.page(draft.path, for: "reviewer").status == 403)
    }
  }
}

extension Page {
  /// The form of a page with several that does one deed to what the page shows.
  fileprivate func form(_ deed: String) throws -> PageForm { try form(action: "\(path)/\(deed)") }
}
