import App
import Consultations
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 咨询检索 · Whoever asked is found though nobody registered him; who is protected is not found by his name (AT-X.3).
@Suite("AT-X.3 Consultations in the search box", .timeLimit(.minutes(3))) struct ConsultationSearchTests {
  private static let boy = Consulter(
    name: "孙小明", identityNumber: "320999200503064536", phone: "13912340001", groups: [.minor])

  @Test("Found by number, name, pinyin, cause, the opposing party", arguments: TestOffice.Engine.allCases)
  func isFound(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    let number = try await office.consultation(id).number
    for query in [number, "赵春兰", "赵", "zhaochunlan", "zcl", "劳动报酬", "宏达", "hongda", "河东镇"] {
      #expect(try await office.found(query, by: "clerk") == [id.uuid], "\(query)")
      #expect(try await office.found(query, by: "director") == [id.uuid], "\(query)")
      #expect(try await office.found(query, by: "clerk2") == [], "\(query): another station's")
      #expect(try await office.found(query, by: "firm") == [], "\(query): no firm's business")
    }
    let before = try await office.found("zcl", by: "director")
    #expect(try await SearchIndex.rebuild(office.county, office.services) == 1)
    #expect(try await office.found("zcl", by: "director") == before)
  }

  @Test(
    "A minor is found by number, not by name; so is who is flagged later", arguments: TestOffice.Engine.allCases)
  func isProtected(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let boy = try await office.run("clerk", RecordConsultation(Self.boy, Fixture.told(), .later))
    let number = try await office.consultation(boy).number
    #expect(try await office.found(number, by: "director") == [boy.uuid])
    for query in ["孙小明", "小明", "孙", "sunxiaoming", "sxm"] {
      #expect(try await office.found(query, by: "director") == [], "\(query)")
    }
    let woman = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    #expect(try await office.found("赵春兰", by: "director") == [woman.uuid])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let path = "/applications/new?from=\(woman)"
      let counter = try await browser.get(path).form(action: "/applications/new")
      #expect(try await counter.submit().path.hasPrefix("/applications/"))
    }
    let person = try #require(try await office.value("SELECT id FROM person", as: PersonID.self))
    try await office.run("reviewer", ChangeProtection(person: person, flags: [.violence], reason: "依申请"))
    #expect(try await office.found("赵春兰", by: "director") == [])
    #expect(try await office.found("zcl", by: "director") == [])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      // All records of one person: also what she asked before she was registered.
      let hers = try await browser.get("/search?person=\(person)").links()
      #expect(hers.contains("/consultations/\(woman)") && !hers.contains("/consultations/\(boy)"))
    }
  }

  @Test("Its form is found by the code on it, and opened once it is made", arguments: TestOffice.Engine.allCases)
  func byItsPaper(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run(
      "clerk", RecordConsultation(Fixture.who, Fixture.told(), .answered(Fixture.answer)))
    let papers = try await office.services.database.read { try PaperTable.of([.consultation(id)], $0) }
    let paper = try #require(papers.first)
    #expect(try await office.found(paper.shortCode, by: "director") == [id.uuid])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let link = "/papers/\(paper.id)"
      #expect(try await !browser.get("/search?q=\(paper.shortCode)").links().contains(link))
      try await office.office.jobs.drain()
      #expect(try await browser.get("/search?q=\(paper.shortCode)").links().contains(link))
      #expect(try await browser.send("GET", link).status == 200)
    }
  }

  @Test("An identity number or a phone typed whole leads to whoever told it", arguments: TestOffice.Engine.allCases)
  func isLookedUp(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    try await office.run("clerk", RecordConsultation(Self.boy, Fixture.told(), .later))
    try await office.browse { open in
      let browser = open()
      let home = try await browser.signIn("director")
      for typed in [Fixture.identityNumber, "139 1234 6210"] {
        let found = try await home.form(action: "/search").fill(["q": typed]).submit()
        #expect(
          try found.links().filter { $0.hasPrefix("/consultations/") } == ["/consultations/\(id)"], "\(typed)")
        #expect(try found.words().contains(Format.mask(name: "赵春兰")) && !found.text.contains("赵春兰"))
      }
    }
  }
}

extension TestOffice {
  fileprivate func found(_ text: String, by login: String) async throws -> [UUIDv7] {
    let principal = try await principal(login)
    let kinds = services.search.filter { principal.holds($0.permission) }.map(\.kind)
    return try await services.database.read {
      try SearchTable.find(text, kinds: kinds, for: principal, $0).hits
        .filter { $0.subject.kind == "consultation" }.map(\.subject.id)
    }
  }
}
