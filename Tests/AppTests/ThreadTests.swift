import App
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 一条主线 · A person at a station's window ends as an archived dossier and a number of the plan.
@Suite(.timeLimit(.minutes(5))) struct ThreadTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheCounterToTheArchive(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.loadPlan(of: 2016)
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await Self.decide(&walk, office)
      try await Self.handle(&walk, office)
      try await Self.putAway(&walk, office)
      try await DossierExport.check(walk)
      try await Self.isCounted(walk, of: 2016)
    }
    let county = office.county
    let known = try await office.services.database.read { try CountyTable.of(county, $0) }
    #expect(try await Integrity.firstFault(known, office.services) == nil)
  }

  /// The same in English, under the rules of 2023: whatever is Chinese is a name, a number or a paper.
  @Test(arguments: TestOffice.Engine.allCases)
  func theSameInEnglish(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2024, 4, 8), hour: 9))
    try await office.loadPlan(of: 2024)
    let names = try await OfficeNames(office)
    try await office.browse { open in
      let desks = Desks(
        office, in: .en, look: { try PageLint(page: $0, language: .en, names: names).expectNone() }, open)
      var walk = Walk(desks, .latin)
      try await walk.go(to: .archive)
      try await office.office.jobs.drain()
      let page = try await desks.page(walk.aidCase, for: "archivist")
      #expect(try page.words().contains("Archived"))
      #expect(try page.words().contains("Sealed and signed"))
      try await Self.isCounted(walk, of: 2024)
    }
  }

  /// AT-10.12: one decision, two sets of words; the form set stands in the footer.
  @Test func theDecisionIsWordedByTheRulesOfItsDay() async throws {
    var texts: [Int: String] = [:]
    for year in [2016, 2024] {
      let office = try await TestOffice.withHardshipLine(at: Instant(.literal(year, 4, 8), hour: 9))
      texts[year] = try await office.browse { open in
        var walk = Walk(Desks(office, open))
        try await walk.go(to: .approve)
        try await office.office.jobs.drain()
        return try await Sealed.text(of: "F09", on: walk.application, for: "reviewer", walk.desks)
      }
    }
    let (before, after) = (try #require(texts[2016]), try #require(texts[2024]))
    for text in [before, after] { for shared in ["赵春兰", "追索劳动报酬", "青援决字"] { #expect(text.contains(shared)) } }
    #expect(before.contains("法律援助条例") && before.contains("2013") && !before.contains("法律援助法"))
    #expect(after.contains("法律援助法") && after.contains("2023") && !after.contains("法律援助条例"))
  }

  /// Station, window, reviewer and director: an application becomes a sealed decision.
  private static func decide(_ walk: inout Walk, _ office: TestOffice) async throws {
    let receipt = try await walk.take(.register)
    #expect(try receipt.words().contains("青援收字〔2016〕第1号"))
    #expect(try receipt.words().contains("接下来"))
    office.clock.move(to: .literal(2016, 3, 7), hour: 11)
    #expect(try await walk.take(.accept).words().contains("已受理"))
    office.clock.move(to: .literal(2016, 3, 9))
    #expect(try await walk.take(.review).words().contains("待审批"))
    office.clock.move(to: .literal(2016, 3, 10))
    #expect(try await walk.take(.approve).words().contains("给予援助"))
    try await office.office.jobs.drain()
    let text = try await Sealed.text(of: "F09", on: walk.application, for: "receptionist", walk.desks)
    #expect(text.contains("青援决字〔2016〕第1号"))
    try await Sealed.isGenuineToThePublic(form: "F09", office, walk.desks)
  }

  /// The centre assigns, the firm names its lawyer, the lawyer signs, meets, pleads and closes.
  private static func handle(_ walk: inout Walk, _ office: TestOffice) async throws {
    office.clock.move(to: .literal(2016, 3, 11))
    #expect(try await walk.take(.assign).words().contains("禾城律师事务所"))
    office.clock.move(to: .literal(2016, 3, 14))
    #expect(try await walk.take(.name).words().contains("张静"))
    office.clock.move(to: .literal(2016, 3, 15))
    #expect(try await walk.take(.engage).words().contains("签订协议"))
    office.clock.move(to: .literal(2016, 3, 16))
    #expect(try await walk.take(.meet).words().contains(walk.words.record))
    #expect(try await walk.addHearing(on: "2016-04-12").words().contains("待开庭"))
    office.clock.move(to: .literal(2016, 4, 12), hour: 14)
    #expect(try await walk.holdHearing().words().contains("已开庭"))
    office.clock.move(to: .literal(2016, 5, 3))
    #expect(try await walk.take(.close).words().contains("¥18,640.00"))
  }

  /// Lawyer, supervisor, archivist.
  private static func putAway(_ walk: inout Walk, _ office: TestOffice) async throws {
    office.clock.move(to: .literal(2016, 5, 20))
    #expect(try await walk.take(.submit).status == 200)
    office.clock.move(to: .literal(2016, 5, 25))
    #expect(try await walk.take(.check).status == 200)
    office.clock.move(to: .literal(2016, 5, 27))
    let archived = try await walk.take(.archive)
    #expect(try archived.words().contains("青援档字〔2016〕第1号"))
    try await office.office.jobs.drain()
    #expect(try await office.value("SELECT COUNT(*) FROM job WHERE state <> 'done'", as: Int.self) == 0)
  }

  /// The leader finds the case behind the first number of the plan.
  private static func isCounted(_ walk: Walk, of year: Int) async throws {
    let plan = try await walk.desks.page("/plan", for: "leader")
    #expect(plan.path == "/plan/\(year)")
    #expect(try plan.words().contains("1.00"))
    let card = try #require(try plan.links().first { $0.hasPrefix("/plan/\(year)/measures/K1") })
    let drillDown = try await walk.desks.page(card, for: "leader")
    #expect(try drillDown.links().contains(walk.aidCase))
    let page = try await walk.desks.page(walk.aidCase, for: "leader")
    #expect(page.status == 200)
  }
}
