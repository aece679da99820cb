import App
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

private let wide = """
  pack: {name: HZ-2017, document: 杭州市法律援助条例, from: 2017-01-01}
  exemptions: [{key: X16, groups: [servicePerson, militaryFamily], proof: 军人证件}]
  """

/// 施行中的规则包 · An office judges by the local packs in force on the day an application came in: at the counter, at the
/// review and in the papers of the decision.
@Suite(.timeLimit(.minutes(5))) struct PacksInForceTests {
  private static let rich = ["netIncome": ["1,000,000"]]

  private static func office(
    _ engine: TestOffice.Engine = .sqlite, on day: Day, _ packs: [LocalRulePack] = LocalRulePack.shipped
  ) async throws -> TestOffice {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(day, hour: 9))
    for pack in packs { try await office.adopt(pack) }
    return office
  }

  /// The text of F08, which bears no seal.
  private static func review(of walk: Walk) async throws -> String {
    let file = try await walk.desks.page(walk.application, for: "reviewer").follow("F08")
    let folder = try Scratch()
    return oneLine(try Tool.run("pdftotext", try folder.write(file.bytes, "F08.pdf"), "-").text)
  }

  private static func oneLine(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(
    "AT-1.1 An exemption of a pack from its first day on, through the counter",
    arguments: [(Day.literal(2015, 12, 31), false), (.literal(2016, 1, 1), true), (.literal(2017, 1, 1), false)])
  func anExemptionOfAPackByItsDates(_ day: Day, _ isExempt: Bool) async throws {
    let office = try await Self.office(on: day)
    try await office.browse { open in
      let desks = Desks(office, open)
      let counter = try await desks.page("/applications/new", for: "clerk")
      let offered = try counter.root().all("input").filter { $0["name"] == "claims" }.compactMap { $0["value"] }
      #expect(offered.contains("X19") == isExempt)
      #expect(!offered.contains("X21"))
      #expect(try counter.words().contains("地方重点人群：JS-2016") == isExempt)
      var walk = Walk(desks)
      walk.also = Self.rich.merging(["groups": ["familyPlanningHardship"], "claims": ["X19"]]) { $1 }
      let page = try await walk.take(.register)
      let words = try await desks.page(walk.application, for: "reviewer").words()
      #expect(words.contains("免予经济困难审查：计划生育特殊困难家庭") == isExempt)
      #expect(words.contains("地方规则包JS-2016，X19") == isExempt)
      #expect(words.contains("超过经济困难标准") != isExempt)
      #expect(page.status == 200)
    }
  }

  private static let petition: [String: [String]] = [
    "matter": ["M14"], "petitionJudgment": ["（2015）青民终字第12号"], "petitionGround": ["有新的证据"],
  ]

  @Test("AT-1.2 A petitioner over the line is refused for hardship, not for the matter")
  func aPetitionerIsRefusedForHardship() async throws {
    let office = try await Self.office(on: .literal(2016, 5, 20))
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      walk.also = Self.rich.merging(Self.petition) { $1 }
      walk.outcome = "refuse"
      try await walk.take(.register)
      try await walk.take(.accept)
      let verdict = try await office.verdict(walk.application)
      #expect(verdict[.matter]?.key == "X21")
      #expect(verdict[.matter]?.basis.first?.zh.contains("地方规则包JS-2016，X21") == true)
      #expect(verdict.failures.map(\.aspect) == [.hardship])
      try await walk.take(.review)
      try await walk.refuse()
      try await office.office.jobs.drain()
      let refusal = try await Sealed.text(of: "F10", on: walk.application, for: "reviewer", walk.desks)
      #expect(refusal.contains("法律援助条例》第13条"))
      #expect(!refusal.contains("JS-2016"))
      #expect(try await Self.review(of: walk).contains("地方规则包JS-2016，X21"))
    }
  }

  @Test("AT-1.3 A petition without retrial or protest fails under the law of 2021; consultation is offered")
  func aPetitionerUnderTheLaw() async throws {
    let office = try await Self.office(on: .literal(2022, 5, 20))
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      walk.also = Self.petition.merging(["retrialOrdered": ["no"]]) { $1 }
      try await walk.take(.register)
      let words = try await walk.desks.page(walk.application, for: "reviewer").words()
      #expect(words.contains("可以提供法律咨询"))
      #expect(words.contains("第31条第（9）项"))
      var ordered = Walk(walk.desks, serial: 2)
      ordered.also = Self.petition.merging(["retrialOrdered": ["yes"]]) { $1 }
      try await ordered.take(.register)
      let verdict = try await office.verdict(ordered.application)
      #expect(verdict[.matter]?.result == .pass)
    }
  }

  @Test(
    "AT-8.1 A conscript's mother is exempt; the grant says by which pack", arguments: TestOffice.Engine.allCases)
  func aConscriptsMother(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine, on: .literal(2016, 5, 20))
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      walk.also = Self.rich.merging([
        "matter": ["M04"], "groups": ["militaryFamily"], "claims": ["X15"], "militaryCategory": ["conscript"],
      ]) { $1 }
      try await walk.go(to: .approve)
      try await office.office.jobs.drain()
      let grant = try await Sealed.text(of: "F09", on: walk.application, for: "reviewer", walk.desks)
      #expect(Self.oneLine(grant).contains("地方规则包JS-2016，X15"), "\(grant)")
      #expect(try await Self.review(of: walk).contains("地方规则包JS-2016，X15"))
    }
  }

  /// The spouse of a serving officer, who claims X16: not in the list of JS-2016, and in that of the later pack. What came
  /// in before a pack, and what was decided, stays with its own.
  @Test("AT-8.2 Other military families by the pack; old decisions keep their old rules")
  func otherMilitaryFamilies() async throws {
    let office = try await Self.office(on: .literal(2016, 12, 29))
    try await office.browse { open in
      let desks = Desks(office, open)
      var old = Walk(desks)
      old.also = Self.rich.merging([
        "matter": ["M04"], "groups": ["militaryFamily"], "claims": ["X15"], "militaryCategory": ["conscript"],
      ]) { $1 }
      try await old.go(to: .approve)
      var spouse = Walk(desks, serial: 2)
      spouse.also = Self.rich.merging([
        "matter": ["M04"], "groups": ["militaryFamily"], "claims": ["X16"], "militaryCategory": ["other"],
      ]) { $1 }
      try await spouse.take(.register)
      try await spouse.take(.accept)
      try await office.office.jobs.drain()
      let paper = try await Sealed.text(of: "F09", on: old.application, for: "reviewer", desks)
      office.clock.move(to: Instant(.literal(2017, 1, 5), hour: 9))
      try await office.adopt(RulePackFile.read(yaml: wide, file: "hz.yml"))
      var later = Walk(desks, serial: 3)
      later.also = spouse.also
      try await later.go(to: .review)
      #expect(
        try await office.verdict(later.application)[.hardship]?.basis.first?.zh.contains("HZ-2017，X16") == true)
      try await spouse.take(.review)
      let pending = try await office.verdict(spouse.application)
      #expect(pending[.hardship]?.result == .fail)
      let kept = try await office.verdict(old.application)
      #expect(kept[.hardship]?.key == "X15")
      #expect(kept[.hardship]?.basis.first?.zh.contains("JS-2016，X15") == true)
      #expect(try await desks.page(old.application, for: "reviewer").words().contains("JS-2016，X15"))
      #expect(try await Sealed.text(of: "F09", on: old.application, for: "reviewer", desks) == paper)
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aPackIsAdoptedOnceAndSupersededWithDates(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine, on: .literal(2016, 5, 20), [])
    let first = try RulePackFile.read(yaml: "pack: {name: 试点, document: 甲, from: 2016-01-01}", file: "a")
    let next = try RulePackFile.read(yaml: "pack: {name: 试点, document: 乙, from: 2016-07-01}", file: "b")
    try await office.adopt(first)
    #expect(try await office.refusals(AdoptRulePack(first, limits: Capabilities.limits)) == ["rulePack.adopted"])
    try await office.adopt(next)
    #expect(try await office.refusals(AdoptRulePack(first, limits: Capabilities.limits)) == ["rulePack.order"])
    let packs = try await office.packs()
    #expect(packs.map(\.document) == ["乙", "甲"])
    #expect(packs.map(\.to) == [nil, .literal(2016, 6, 30)])
    let newest = try #require(packs.first)
    let tooEarly = EndRulePack(newest.id, lastDay: .literal(2016, 6, 29), reason: "停")
    #expect(try await office.refusals(tooEarly) == ["rulePack.lastDay"])
    let end = EndRulePack(newest.id, lastDay: .literal(2016, 12, 31), reason: "停")
    #expect(try await office.refusals(end, by: "clerk") == ["not-allowed"])
    #expect(try await office.refusals(end) == [])
    #expect(try await office.refusals(end) == ["rulePack.ended"])
    #expect(try await office.count("rulePack.adopted") == 2)
    #expect(try await office.count("rulePack.ended") == 1)
  }

  @Test func aLimitIsOnlyShortened() async throws {
    let office = try await Self.office(on: .literal(2016, 4, 29), [])
    let longer = try RulePackFile.read(
      yaml: """
        pack: {name: 试点, document: 甲, from: 2016-01-01}
        limits: [{key: TL04, number: 8, unit: workingDay}, {key: TL18, number: 30, unit: workingDay}]
        """, file: "a")
    let refused = longer.refusals(Capabilities.limits).map(\.message.zh)
    #expect(refused.contains { $0.hasPrefix("TL04") && $0.contains("7个工作日") })
    #expect(refused.contains { $0.hasPrefix("TL18") })
    let refusals = try await office.refusals(AdoptRulePack(longer, limits: Capabilities.limits))
    #expect(Set(refusals) == ["rulePack.longer"])
    #expect(try await office.packs().isEmpty)
  }

  /// 程序规定 13: seven working days from 2016-04-29 end on 05-11, five by the pack on 05-09; the page cites the pack. What
  /// ran before the pack keeps its day.
  @Test func aClockRunsByThePack() async throws {
    let office = try await Self.office(on: .literal(2016, 4, 29), [])
    let pack = try RulePackFile.read(
      yaml: """
        pack: {name: 试点, document: 县政府文件, from: 2016-01-01, to: 2021-12-31}
        limits: [{key: TL04, number: 5, unit: workingDay}]
        """, file: "a")
    try await office.browse { open in
      var before = Walk(Desks(office, open))
      try await before.go(to: .accept)
      office.clock.move(to: Instant(.literal(2016, 4, 29), hour: 10))
      try await office.adopt(pack)
      var after = Walk(before.desks, serial: 2)
      try await after.go(to: .accept)
      #expect(try await office.due(before.application) == .literal(2016, 5, 11))
      #expect(try await office.due(after.application) == .literal(2016, 5, 9))
      let words = try await before.desks.page(after.application, for: "reviewer").words()
      #expect(words.contains("县政府文件（地方规则包试点，TL04）"))
    }
  }
}

extension TestOffice {
  fileprivate func adopt(_ pack: LocalRulePack) async throws {
    try await office.runner.run(AdoptRulePack(pack, limits: Capabilities.limits), as: .system(county))
  }

  fileprivate func packs() async throws -> [AdoptedPack] {
    let county = county
    return try await services.database.read { try AdoptedPackTable.all(county, $0) }
  }

  fileprivate func verdict(_ path: String) async throws -> VerdictRecord {
    let id = try #require(ApplicationID(try await ofApplication(path, "id")))
    let (county, keys) = (county, services.keys)
    return try await services.database.read { reader in
      let application = try ApplicationTable.one(id, in: county, reader)
      return try application.isOpen
        ? VerdictRecord(application.judge(keys, reader)) : application.verdict(keys)
    }
  }

  fileprivate func due(_ path: String) async throws -> Day? {
    let id = try #require(ApplicationID(try await ofApplication(path, "id")))
    return try await services.database.read { try Deadline.open(.application(id), $0).first?.dueOn }
  }

  fileprivate func refusals(_ action: some Action, by login: String = "director") async throws -> [String] {
    do {
      _ = try await run(login, action)
      return []
    } catch let refusals as Refusals {
      return refusals.all.map(\.key)
    } catch let refusal as Refusal {
      return [refusal.key]
    }
  }

  fileprivate func count(_ kind: String) async throws -> Int {
    try await value("SELECT COUNT(*) FROM event WHERE kind = \(kind)") ?? 0
  }
}
