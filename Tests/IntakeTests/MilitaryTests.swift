import App
import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 军人军属 · Military personnel and families: priority, the target of a pack, fewer papers, units by their code (AT-8.1 to
/// AT-8.4).
@Suite(.timeLimit(.minutes(3))) struct MilitaryTests {
  private static let mother = PersonTold(
    name: "李桂英", identityNumber: "320999197002182184", sex: .female, birthOn: Day("1970-02-18"),
    phone: "13912346211", address: "青禾县河东镇柳湾村二组", township: "河东镇", groups: [.woman, .militaryFamily])
  private static let ordinary = PersonTold(
    name: "周慧", identityNumber: "320999198501011237", phone: "13912340001", address: "青禾县河东镇", groups: [])

  private static func told(_ claims: [ExemptionCode] = [.conscripts]) -> ApplicationTold {
    var told = ApplicationTold(
      matterCode: .maintenance, cause: "赡养费", opposing: "李强", facts: "儿子在部队服役。",
      household: Household(members: 1, netIncomeFen: 100_000_000, months: 12), claims: claims)
    told.military = MilitaryFacts(claims == [.conscripts] ? .conscript : .other, unitCode: "32142", proof: .card)
    return told
  }

  private static let pack: LocalRulePack = {
    var pack = LocalRulePack(name: "试点", document: "县政府文件", from: .literal(2016, 1, 1))
    let groups: [GroupCode] = [.servicePerson, .militaryFamily, .militarySurvivor]
    pack.exemptions = [.init(key: .conscripts, groups: groups)]
    pack.limits = [LocalLimit(key: "PR1", limit: .workingDays(3))]
    return pack
  }()

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    let office = try await Fixture.office(engine)
    try await office.run("director", AdoptRulePack(pack, limits: IntakeLimits.all))
    return office
  }

  @Test("AT-8.1 The target of the pack beside the day of the law", arguments: TestOffice.Engine.allCases)
  func theTargetOfThePack(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await office.register(Self.mother, Self.told())
    try await office.run("receptionist", AcceptApplication(id))
    let other = try await office.register()
    try await office.run("receptionist", AcceptApplication(other))
    let due = { (id: ApplicationID) in
      Dictionary(uniqueKeysWithValues: try await office.deadlines(id).map { ($0.key, $0.dueOn) })
    }
    #expect(try await due(id) == ["TL04": Day("2016-05-11"), "PR1": Day("2016-05-05")])
    #expect(try await due(other) == ["TL04": Day("2016-05-11")])
    let judged = try await office.application(id)
    #expect(judged.isPriority && judged.outcome == .qualifies)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("reviewer")
      let page = try await browser.get("/applications/\(id)").text
      #expect(page.contains("审查目标2016年5月5日") && page.contains("2016年5月11日"))
      #expect(try await browser.get("/applications").text.contains("2016年5月11日（目标2016年5月5日）"))
      let work = try await browser.get("/work").text
      #expect(work.contains("目标2016年5月5日") && work.contains("优先"))
    }
    try await office.run(
      "reviewer", RequestSupplement(id, needed: "亲属关系证明", dueOn: Day("2016-05-10") ?? .earliest))
    #expect(try await office.deadlines(id).allSatisfy { $0.pausedOn != nil && $0.dueOn == nil })
    let paper = MaterialHandedIn(code: "case", name: "亲属关系证明")
    try await office.run("clerk", HandInMaterials(id, [paper]))
    #expect(try await office.deadlines(id).allSatisfy { $0.pausedOn == nil && $0.dueOn != nil })
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    #expect(try await office.deadlines(id).isEmpty)
  }

  /// A pack without a target, and an office without a pack, have none.
  @Test func withoutATargetTheLawAlone() async throws {
    let office = try await Fixture.office()
    let id = try await office.register(Self.mother, Self.told())
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.deadlines(id).map(\.key) == ["TL04"])
  }

  @Test("AT-8.1 Before the others of the same day", arguments: TestOffice.Engine.allCases)
  func priorityOrdersTheDay(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let first = try await office.register(Self.ordinary)
    let military = try await office.register(Self.mother, Self.told())
    let last = try await office.register(Self.ordinary)
    let all = [first, military, last]
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let shown = { (path: String) in
        try await browser.get(path).links().compactMap { link in all.first { link.hasPrefix("/applications/\($0)") }
        }
      }
      #expect(try await shown("/applications") == [military, last, first])
      #expect(try await shown("/applications?sort=newest&order=asc").first == military)
      #expect(try await shown("/work") == [military, first, last])
    }
    for id in all { try await office.run("receptionist", AcceptApplication(id)) }
    #expect(try await office.work("reviewer").map(\.path).first == "/applications/\(military)/review")
    for id in all { try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。")) }
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      for path in ["/approvals", "/work", "/applications?sort=due"] {
        let shown = try await browser.get(path).links().compactMap { link in
          all.first { link.hasPrefix("/applications/\($0)") }
        }
        #expect(shown.first == military, "\(path)")
      }
    }
  }

  @Test("AT-8.2 Others come first too, and hardship is tested")
  func othersAreTested() async throws {
    let office = try await Self.office()
    var told = Self.told([.military])
    told.cause = "店铺合同纠纷"
    let id = try await office.register(Self.mother, told)
    let found = try await office.application(id)
    #expect(found.isPriority)
    let keys = office.services.keys
    let verdict = try await office.services.database.read { try found.judge(keys, $0) }
    #expect(verdict[.hardship]?.key == "household-income")
    #expect(verdict[.hardship]?.result == .fail)
  }

  /// 2014年意见: simpler. One proof shows who applies and that nothing of income is asked.
  @Test(arguments: [
    (ExemptionCode?.none, ["F02", "identity", "hardship", "case"]), (.conscripts, ["F02", "identity", "case"]),
    (.military, ["F02", "identity", "hardship", "case"]),
  ])
  func fewerPapers(_ claim: ExemptionCode?, _ codes: [String]) {
    let items = MaterialChecklist.items(
      track: .civil, matter: .maintenance, rules: .rs2012, exemption: claim, groups: [.militaryFamily],
      packs: [Self.pack])
    #expect(items.map(\.code) == codes)
    #expect(items[1].name.zh.contains("军人证件") == (claim == .conscripts))
  }

  @Test("AT-8.3 A unit is named by its code alone", arguments: TestOffice.Engine.allCases)
  func unitsByCode(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    for (field, change) in [
      ("cause", { (told: inout ApplicationTold) in told.cause = "179旅家属赡养费" }),
      ("opposing", { $0.opposing = "李强、第七十一集团军" }), ("facts", { $0.facts = "儿子在第3师服役。" }),
    ] as [(String, (inout ApplicationTold) -> Void)] {
      var told = Self.told()
      change(&told)
      let refused = try await refusals { _ = try await office.register(Self.mother, told) }
      #expect(refused.map(\.key) == ["unitCode.named"])
      #expect(refused.map(\.field) == [field])
    }
    let id = try await office.register(Self.mother, Self.told())
    let form = try #require(try await office.papers(id).first { $0.form == "F02" })
    #expect(try form.fields(office.services.keys)["groups"]?.contains("部队代号32142") == true)
    // The code itself is sealed, and stands in no list.
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      for path in ["/applications", "/work", "/applications?format=csv"] {
        #expect(try await !browser.get(path).text.contains("32142"), "\(path)")
      }
      #expect(try await browser.get("/applications/\(id)").text.contains("部队代号32142"))
    }
  }

  @Test(arguments: [
    ("师范学校", nil), ("一连三天", nil), ("第一次庭审", nil), ("某部", nil), ("32142部队", nil), ("2团", "2团"),
    ("住在第三师范学院", nil), ("第三师范", nil), ("驻地第十二集团军某部", "第十二集团军"), ("１７９旅", "１７９旅"), ("3营业部", nil),
  ])
  func whatNamesAUnit(_ text: String, _ name: String?) {
    let refusal = UnitCode.refusal(text, at: "facts")
    #expect((refusal != nil) == (name != nil), "\(text)")
    if let name { #expect(refusal?.message.zh.contains("“\(name)”") == true) }
  }

  /// At the counter: a code and no name, of a military group, and X15 only for whom it is.
  @Test(arguments: [
    (["unitCode": ["某集团军"]], "unitCode"), (["groups": []], "militaryCategory"),
    (["militaryCategory": []], "militaryCategory"), (["militaryCategory": ["other"]], "claims"),
    (["facts": ["儿子在179旅服役"]], "facts"),
  ])
  func whatIsWrongStandsAtItsField(_ wrong: [String: [String]], _ field: String) async throws {
    let office = try await Self.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(CounterTests.filled)
      let right: [String: [String]] = [
        "groups": ["militaryFamily"], "claims": ["X15"], "militaryCategory": ["conscript"],
        "militaryProof": ["card"], "unitCode": ["32142-1"],
      ]
      let page = try await form.send(right.merging(wrong) { $1 }).submit()
      #expect(page.status == 422)
      #expect(try !page.error(at: field).isEmpty)
      let registered = try await form.send(right).submit()
      #expect(registered.path.hasPrefix("/applications/") && registered.text.contains("部队代号32142-1"))
    }
  }

  @Test(
    "AT-8.4 A station at a unit passes on the same day and decides nothing", arguments: TestOffice.Engine.allCases)
  func theStationAtAUnit(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let county = office.county
    let centre = try await office.services.database.read { try AgencyTable.only(.centre, in: county, $0).id }
    let refused = try await refusals {
      _ = try await office.run(
        "admin", AddAgency(kind: .station, name: "第71集团军工作站", parent: centre, unitCode: "32142"))
    }
    #expect(refused.map(\.field) == ["name"])
    let station = try await office.run(
      "admin", AddAgency(kind: .station, name: "驻军法律援助工作站（32142）", parent: centre, unitCode: "32142"))
    let soldier = try await office.addUser("soldier", [.stationClerk], at: station, password: DemoStaff.password)
    let id = try await office.runner.run(RegisterApplication(Self.mother, Self.told()), as: soldier)
    let work = try await office.work(as: soldier)
    #expect(work.map(\.path) == ["/applications/\(id)/check"])
    #expect(work.first?.dueOn == Day("2016-04-29") && work.first?.isPriority == true)
    try await office.runner.run(CheckAtStation(id, opinion: "材料齐全。"), as: soldier)
    #expect(try await office.work(as: soldier).isEmpty)
    #expect(try await office.application(id).owner == centre)
    #expect(try await office.work("receptionist").map(\.path) == ["/applications/\(id)/acceptance"])
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    let decided = try await refusals {
      _ = try await office.runner.run(ApproveApplication(id, .grant, opinion: "同意。"), as: soldier)
    }
    #expect(decided.map(\.key) == [Refusal.notAllowed.key])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("soldier")
      let page = try await browser.get("/applications/\(id)")
      #expect(page.status == 200)
      #expect(try !page.links().contains { $0.hasSuffix("/approval") || $0.hasSuffix("/review") })
      #expect(try await browser.get("/applications/\(id)/approval").status == 403)
      let form = try await browser.get("/applications/\(id)/withdrawal").form()
      #expect(try await form.submit(to: "/applications/\(id)/approval").status == 403)
    }
    #expect(try await office.application(id).state == .pendingApproval)
  }
}
