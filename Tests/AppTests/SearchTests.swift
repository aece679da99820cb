import App
import Kernel
import Localization
import Paper
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 查找 · One box finds what one may see, by any part of what one has in hand; the same on both engines.
@Suite(.timeLimit(.minutes(5))) struct SearchPageTests {
  @Test("Found by number, name of one and many characters, pinyin, cause", arguments: TestOffice.Engine.allCases)
  func finds(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let desks = Desks(office, open)
      var walk = Walk(desks, .chinese, serial: 1)
      try await walk.go(to: .approve)
      let number = try await office.value("SELECT number FROM aid_case", as: String.self) ?? ""
      let name = Words.chinese.name
      let director = try await office.principal("director")
      let queries = [
        number, name, String(name.prefix(1)), String(name.suffix(1)), Pinyin.whole(name), Pinyin.initials(name),
        Pinyin.initials(name).uppercased(), String(Words.chinese.cause.prefix(2)), Words.chinese.cause,
      ]
      for query in queries {
        let found = try await office.find(query, director)
        #expect(found.contains(walk.aidCase), "\(query): \(found)")
        if query != number { #expect(found.contains(walk.application), "\(query)") }
      }
      for query in ["qqqq", "王五赵六", "'\"*)(", "", String(name.reversed())] {
        #expect(try await office.find(query, director) == [], "\(query)")
      }
      // Whoever may not see the record does not find it.
      for stranger in ["clerk2", "firm2", "lawyer3"] {
        #expect(try await office.find(name, office.principal(stranger)) == [], "\(stranger)")
      }
      // A paper is found with its record, by what stands on it, once it can be opened.
      try await office.office.jobs.drain()
      let id = try #require(UUIDv7(String(walk.application.dropFirst("/applications/".count))))
      let paper = try #require(
        try await office.services.database.read {
          try PaperTable.of([Subject("application", id)], $0).first { $0.number != nil }
        })
      let browser = open()
      try await browser.signIn("director")
      for query in [
        paper.number ?? "", paper.shortCode, ShortCode(paper.shortCode)?.description.lowercased() ?? "",
      ] {
        let page = try await browser.get("/search?q=\(query)")
        #expect(
          try page.links().contains(walk.application) && page.links().contains("/papers/\(paper.id)"), "\(query)")
      }
      // Built anew, it finds the same.
      let before = try await office.find(name, director)
      #expect(try await SearchIndex.rebuild(office.county, office.services) == 2)
      #expect(try await office.find(name, director) == before)
    }
  }

  @Test("An identity number or a phone is looked up whole, and never stands in an address")
  func identity() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      var walk = Walk(Desks(office, open), .chinese, serial: 1)
      try await walk.go(to: .approve)
      let browser = open()
      let home = try await browser.signIn("director")
      let number = walk.identityNumber
      let found = try await home.form(action: "/search").fill(["q": number]).submit()
      #expect(found.path == "/search" && !found.text.contains(number))
      #expect(try found.links().contains(walk.aidCase))
      #expect(try found.words().contains(Format.mask(name: Words.chinese.name)))
      #expect(try !found.words().contains(Words.chinese.name))
      let byPhone = try await home.form(action: "/search").fill(["q": "139 1234 6210"]).submit()
      #expect(byPhone.path == "/search" && !byPhone.text.contains("13912346210"))
      #expect(try byPhone.links().contains(walk.aidCase))
      #expect(try await !browser.get("/search?q=13912346210").links().contains(walk.aidCase))
      let refused = try await browser.get("/search?q=\(number)")
      #expect(try !refused.links().contains(walk.aidCase))
      let byName = try await home.form(action: "/search").fill(["q": Pinyin.initials(Words.chinese.name)]).submit()
      #expect(byName.path.hasPrefix("/search"))
      #expect(try byName.links().contains(walk.aidCase))
    }
  }
}

extension TestOffice {
  /// What a principal finds, as addresses, sorted.
  fileprivate func find(_ text: String, _ principal: Principal) async throws -> [String] {
    let kinds = services.search.filter { principal.holds($0.permission) }.map(\.kind)
    return try await services.database.read {
      try SearchTable.find(text, kinds: kinds, for: principal, $0).hits
        .map { "/\($0.subject.kind)s/\($0.subject.id)" }.sorted()
    }
  }
}
