import App
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 字典用语 · What the office keeps in its dictionaries is offered where it is asked for; a closed word no more, while the
/// records that used it say what they said.
@Suite(.timeLimit(.minutes(5))) struct OfferedWordsTests {
  private static let kept: [LocalList: [String]] = [
    .organs: ["青禾县人民法院", "青禾县劳动人事争议仲裁委员会"], .meetingPlaces: ["中心接待室", "青禾县看守所"],
    .shelves: ["1号柜2层", "3号柜2层"],
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func theFormsOfACaseOfferTheOfficesWords(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let admin = open()
      try await admin.signIn("admin")
      for (list, words) in Self.kept {
        let path = "/dictionaries/\(list.rawValue)"
        for word in words { _ = try await admin.get(path).form(action: path).fill(["name": word]).submit() }
      }
      let overview = try await admin.get("/dictionaries").words()
      for list in LocalList.allCases { #expect(overview.contains(list.name.zh)) }

      let desks = Desks(office, open)
      var (fresh, heard) = (Walk(desks, .chinese, serial: 1), Walk(desks, .chinese, serial: 2))
      try await fresh.go(to: .approve)
      try await heard.go(to: .check)
      func offered(_ list: LocalList, _ login: String, _ path: String) async throws -> [String] {
        let browser = open()
        try await browser.signIn(login)
        return try await browser.get(path).root().all("datalist").flatMap { $0.all("option") }
          .compactMap { $0["value"] }
      }
      let forms: [(LocalList, String, String)] = [
        (.organs, "assigner", fresh.aidCase + "/assignment"), (.shelves, "archivist", heard.aidCase + "/archive"),
      ]
      for (list, login, path) in forms {
        #expect(try await offered(list, login, path) == Self.kept[list], "\(path)")
      }
      try await fresh.take(.assign)
      #expect(try await offered(.organs, "firm", fresh.aidCase + "/undertaker") == Self.kept[.organs])
      for step in [Walk.Step.name, .engage] { try await fresh.take(step) }
      #expect(try await offered(.meetingPlaces, "lawyer", fresh.aidCase + "/records") == Self.kept[.meetingPlaces])
      #expect(try await offered(.organs, "lawyer", fresh.aidCase + "/hearings") == Self.kept[.organs])

      // Archived on a shelf that is closed afterwards: the file still stands there.
      let archivist = open()
      try await archivist.signIn("archivist")
      let form = try await archivist.get(heard.aidCase + "/archive").form().fill(["shelf": "3号柜2层"])
      #expect(try await form.submit().path == heard.aidCase)
      try await Self.close(.shelves, "3号柜2层", office)
      #expect(try await archivist.get(heard.aidCase).words().contains("3号柜2层"))
      #expect(try await offered(.organs, "archivist", heard.aidCase + "/loan") == Self.kept[.organs])
      let shelves = try await office.services.database.read {
        try ListEntryTable.words(.shelves, in: office.county, $0)
      }
      #expect(shelves == ["1号柜2层"])
    }
    #expect(try await office.firstFault() == nil)
  }

  private static func close(_ list: LocalList, _ word: String, _ office: TestOffice) async throws {
    let all = try await office.services.database.read { try ListEntryTable.all(list, in: office.county, $0) }
    let entry = try #require(all.first { $0.name == word })
    try await office.run("admin", CloseListEntry(list, entry: entry.id, closed: true))
  }
}
