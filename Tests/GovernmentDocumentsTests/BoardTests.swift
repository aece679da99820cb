import App
import GovernmentDocuments
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import Web
import WorkCalendar

/// 任务分解页 · The list, the board, the task and its forms, through the browser.
@Suite struct BoardTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func throughThePages(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let (office, board) = (fixture.office, "/government-documents/\(fixture.document)")
    let station = try await fixture.agency(of: "clerk").description
    try await office.browse { open in
      let (director, clerk) = (open(), open())
      try await director.signIn("director")
      let path = "\(board)/task"
      let typed = ["duty": "在乡镇公布申请条件", "dueOn": "2016-03-09"]
      let empty = try await director.get(path).form(action: path).fill(typed).submit()
      #expect(empty.status == 422)
      #expect(try !empty.error(at: "agency").isEmpty)
      #expect(try empty.form(action: path).value("duty") == "在乡镇公布申请条件")
      let set = try await empty.form(action: path).fill(["agency": station]).submit()
      #expect(set.path == board)
      let shown = try set.words()
      #expect(shown.contains("任务1项，完成0项，超期0项") && shown.contains("河东镇"))

      try await clerk.signIn("clerk")
      let work = try await clerk.get("/work")
      #expect(try work.words().contains("报告完成情况") && work.words().contains("还有2天"))
      let report = try #require(try work.links().first { $0.hasSuffix("/report") })
      let silent = try await clerk.get(report).form(action: report).submit()
      #expect(try silent.status == 422 && !silent.error(at: "what").isEmpty)
      let done = try await silent.form(action: report).fill(["what": "公示栏已贴。"])
        .attach(PageForm.File("evidence", "公示栏.pdf", Self.pdf)).submit()
      let page = try done.words()
      #expect(page.contains("待确认") && page.contains("公示栏已贴。") && page.contains("公示栏.pdf"))
      let file = try #require(try done.links().first { $0.hasPrefix("/attachments/") })
      #expect(try await clerk.get(file).status == 200)

      let told = try await director.get("/notices").words()
      #expect(told.contains("报告完成情况") && told.contains("孙莉"))
      let decision = try #require(try await director.get("/work").links().first { $0.hasSuffix("/decision") })
      let unsaid = try await director.get(decision).form(action: decision).fill(["outcome": "sendBack"]).submit()
      #expect(try unsaid.status == 422 && !unsaid.error(at: "reason").isEmpty)
      let confirmed = try await unsaid.form(action: decision).fill(["outcome": "confirm"]).submit()
      #expect(try confirmed.words().contains("已完成"))
      #expect(try await clerk.get("/notices").words().contains("确认完成"))
      let list = try await director.get("/government-documents").words()
      #expect(list.contains("青政办发〔2016〕8号"))
      #expect(try await !director.get("/work").links().contains { $0.hasSuffix("/decision") })

      let stranger = open()
      try await stranger.signIn("clerk2")
      for path in [board, file, report] { #expect(try await stranger.get(path).status == 404, "\(path)") }
      #expect(try await !stranger.get("/implementation-tasks").words().contains("公布申请条件"))
    }
  }

  /// Red past its day, counted on the list, found by the filter; what was cancelled is not counted.
  @Test(arguments: TestOffice.Engine.allCases)
  func lateOnesAreRed(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let late = try await fixture.task(fixture.told(due: .literal(2016, 3, 6)))
    _ = try await fixture.task(at: .done)
    _ = try await fixture.task(fixture.told(due: .literal(2016, 3, 6)), at: .cancelled)
    _ = try await fixture.task("receptionist")
    #expect(try await fixture.one(late).tone(on: .literal(2016, 3, 6)) == .soon)
    #expect(try await fixture.one(late).tone(on: .literal(2016, 3, 7)) == .late)
    let document = fixture.document
    try await fixture.office.browse { open in
      let director = open()
      try await director.signIn("director")
      func row(_ path: String) async throws -> [String] {
        try await director.get(path).root().all("tbody").first?.all("tr").first?.all("td").map(\.text) ?? []
      }
      #expect(try await row("/government-documents").suffix(3) == ["3", "1", "1"])
      #expect(try await row("/government-documents?standing=done").isEmpty)
      #expect(try await director.get("/government-documents/\(document)").words().contains("任务3项，完成1项，超期1项"))
      let overdue = try await director.get("/government-documents/\(document)?standing=overdue")
      #expect(try overdue.root().all("tbody").flatMap { $0.all("tr") }.count == 1)
      #expect(try overdue.words().contains("任务3项，完成1项，超期1项"))
      let clerk = open()
      try await clerk.signIn("clerk")
      let seen = try await clerk.get("/government-documents").root().all("tbody").first?.all("td").map(\.text)
      #expect(seen?.suffix(3) == ["2", "1", "1"])
      #expect(try await clerk.get("/work").words().contains("超期1天"))
    }
  }

  /// Whoever is named does it; of a unit's, anybody there; of a body outside, whoever set it.
  @Test func whoseWorkItIs() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.task(fixture.told("receptionist", person: "reviewer"))
    _ = try await fixture.task("firm")
    _ = try await fixture.task(fixture.told(nil, outside: "县民政局"))
    let waiting = try await ["reviewer", "receptionist", "firm", "lawyer", "firm2", "director", "leader"].asyncMap {
      login in
      let principal = try await fixture.office.principal(login)
      return try await fixture.office.services.database.read { reader in
        try GovernmentDocuments.capability.workItems.filter { principal.holds($0.permission) }
          .flatMap { try $0.load(reader, principal, .literal(2016, 3, 7)) }.count
      }
    }
    #expect(waiting == [1, 0, 1, 1, 0, 1, 0])
  }

  /// A pack whose document names this one stands on its board, with what it changes, for those who may read packs.
  @Test func thePackThatRestsOnIt() async throws {
    let fixture = try await Fixture()
    let pack = try #require(LocalRulePack.shipped.first)
    try await fixture.office.run("director", AdoptRulePack(pack, limits: Capabilities.limits))
    var other = Fixture.notice
    (other.number, other.title) = ("青政发〔2016〕9号", "另一份文件")
    let unnamed = try await fixture.office.run("director", RegisterDocument(other))
    let document = fixture.document
    try await fixture.office.browse { open in
      let (director, leader) = (open(), open())
      try await director.signIn("director")
      try await leader.signIn("leader")
      let board = try await director.get("/government-documents/\(document)")
      let words = try board.words()
      #expect(try words.contains("JS-2016") && board.links().contains("/settings/packs"))
      let others = pack.entries.filter { $0.terms != nil }
      for entry in pack.entries {
        #expect(words.contains(entry.words(on: pack.from).zh) == !others.contains(entry))
      }
      #expect(others.count == 1)
      #expect(try await !director.get("/government-documents/\(unnamed)").words().contains("JS-2016"))
      #expect(try await !leader.get("/government-documents/\(document)").words().contains("JS-2016"))
    }
  }

  /// A one-page file that is what it says.
  private static let pdf = [UInt8](
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj
    trailer<</Root 1 0 R>>
    %%EOF
    """.utf8)
}

extension [String] {
  fileprivate func asyncMap<T>(_ body: (String) async throws -> T) async rethrows -> [T] {
    var all: [T] = []
    for one in self { all.append(try await body(one)) }
    return all
  }
}
