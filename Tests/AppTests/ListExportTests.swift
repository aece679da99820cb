import App
import Foundation
import GovernmentDocuments
import Kernel
import Localization
import TestSupport
import Testing
import Web
import WorkCalendar

/// 导出表格 · A list as a workbook: exactly what its filter shows, as it is shown, and never a formula.
@Suite(.timeLimit(.minutes(5))) struct ListExportTests {
  /// One list that was looked at: the rows of its page, and where its workbook was put.
  private struct Seen: Sendable {
    let path: String
    /// The tables of the page by their captions; the workbook is of one of them.
    let tables: [String: [[String]]]
    /// A list that shows a card for each of its rows has no table.
    let cards: Int
    let file: String
  }

  private struct Book: Decodable {
    let title: String
    let rows: [[String]]
  }

  /// Every list of the route table, and a few of them filtered; a new list is in here by being a list.
  @Test(arguments: TestOffice.Engine.allCases)
  func everyWorkbookHoldsTheRowsOfItsPage(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.loadPlan(of: 2016)
    let scratch = try Scratch()
    let lists = try RouteTable(Capabilities.routes()).routes.filter(\.isList)
    let document = try await Self.document(in: office).description
    let seen = try await office.browse { open in
      let desks = Desks(office, open)
      var application = ""
      for (serial, step) in [Walk.Step.register, .approve, .archive].enumerated() {
        var walk = Walk(desks, .chinese, serial: serial + 1)
        try await walk.go(to: step)
        application = walk.application
      }
      var seen: [Seen] = []
      for login in [
        "director", "assigner", "archivist", "admin", "keeper", "auditor", "lawyer", "supervisor", "clerk",
      ] {
        let (browser, principal) = (open(), try await office.principal(login))
        try await browser.signIn(login)
        let own = lists.filter { $0.permission.map(principal.holds) ?? true }.map { [application] in
          $0.pattern.description.replacing("{year}", with: "2016").replacing("{key}", with: "K1")
            .replacing("/applications/{id}", with: application)
            .replacing("/government-documents/{id}", with: "/government-documents/\(document)")
        }
        let filtered =
          Set(["/applications", "/numbers"]).isSubset(of: own)
          ? ["/applications?state=received", "/numbers?kind=receipt", "/search?q=%E5%B7%A5"] : []
        for path in own + filtered {
          seen.append(try await Self.look(path, browser, scratch, as: "\(login)-\(seen.count)"))
        }
      }
      return seen
    }
    let paths = Set(seen.map { $0.path.split(separator: "?").first.map(String.init) ?? "" })
    #expect(paths.count == lists.count, "some list was seen by nobody: \(paths.sorted())")
    #expect(Set(seen.filter { $0.tables.values.contains { !$0.isEmpty } }.map(\.path)).count > 14)
    #expect(seen.contains { $0.cards > 0 }, "no list of cards holds anything")
    let books = try Self.read(seen.map(\.file))
    for (list, book) in zip(seen, books) {
      if list.tables.isEmpty {
        #expect(book.rows.count == list.cards, "\(list.file)")
      } else {
        #expect(book.rows == list.tables[book.title] ?? [], "\(list.file)")
      }
    }
  }

  /// What holds a table and still is no list, and why; a record's own page lies below its list and is none.
  private static let noLists = [
    "/help": "the keys of the keyboard", "/account": "one's own settings and sign-ins",
    "/first-steps": "what is to be prepared, with a link each",
    "/audit": "is exported by an act of its own, which the log keeps",
  ]

  /// Every page with a table is a list, with its workbook and its print, or says why not.
  @Test func everyPageWithATableIsAList() async throws {
    let shelf = try await Shelf.shared.value
    let pages = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && $0.kind == .page && $0.pattern.places.isEmpty && !$0.isList
    }
    let found = try await shelf.office.browse { open in
      var found: Set<String> = []
      for login in PageTests.people {
        let (browser, principal) = (open(), try await shelf.office.principal(login))
        try await browser.signIn(login)
        for page in pages where page.permission.map(principal.holds) ?? true {
          let path = page.pattern.description
          // What leads elsewhere shows no table of its own.
          let shown = try await browser.send("GET", path)
          guard shown.status == 200 else { continue }
          if try shown.root().all("table").contains(where: { !$0.all("th").isEmpty }) { found.insert(path) }
        }
      }
      return found
    }
    #expect(found == Set(Self.noLists.keys))
  }

  /// A document with a task of the clerk's station and one of the lawyer's firm, so that each of them sees it.
  private static func document(in office: TestOffice) async throws -> DocumentID {
    let today = office.clock.now.day
    let told = DocumentTold(
      number: "青政办发〔2016〕8号", title: "通知", issuer: "市政府办公厅", issuedOn: today, receivedOn: today)
    let document = try await office.run("director", RegisterDocument(told))
    for login in ["clerk", "lawyer"] {
      let unit = try await office.principal(login).agency
      try await office.run("director", SetTask(document, TaskTold(duty: "公布条件", agency: unit, dueOn: today)))
    }
    return document
  }

  private static func look(
    _ path: String, _ browser: Browser, _ scratch: Scratch, as name: String
  ) async throws -> Seen {
    let page = try await browser.get(path)
    let link = try #require(try page.links().first { $0.contains("format=xlsx") }, "\(path) has no workbook")
    #expect(try page.root().all("button").contains { $0["data-print"] != nil }, "\(path) cannot be printed")
    let book = try await browser.get(link)
    #expect(book.status == 200, "\(link)")
    let tables = try page.root().all("table").map { table in
      let rows = table.all("tbody").flatMap { $0.all("tr") }
      return (
        plain(table.all("caption").first?.text ?? ""),
        rows.map { row in row.all("td").filter { $0["data-label"] != nil }.map { plain($0.text) } }
      )
    }
    let sections = try page.root().all("section").filter { !$0.all("h2").isEmpty }
    let cards = sections.filter { section in !section.descendants.contains { $0.has(class: "empty") } }.count
    return Seen(
      path: path, tables: Dictionary(tables, uniquingKeysWith: { $1 }), cards: cards,
      file: try scratch.write(book.bytes, "\(name).xlsx"))
  }

  /// Without what only sets words apart on a page; a dash stands for nothing.
  private static func plain(_ words: String) -> String {
    let bare = words.filter { !$0.isWhitespace }
    return bare == "—" ? "" : bare
  }

  /// The rows below the heading of each workbook, as another program reads them; a formula is a fault.
  private static func read(_ files: [String]) throws -> [Book] {
    let read = try Tool.run(
      python, "-c",
      """
      import json, openpyxl, sys
      books = []
      for path in sys.stdin.read().split():
          sheet = openpyxl.load_workbook(path).worksheets[0]
          assert not any(cell.data_type == "f" for row in sheet for cell in row), path
          rows = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet][1:]
          books.append({"title": sheet.title, "rows": rows})
      print(json.dumps(books))
      """, input: files.joined(separator: "\n"))
    return try JSONDecoder().decode([Book].self, from: Data(read.text.utf8)).map {
      Book(title: plain($0.title), rows: $0.rows.map { $0.map(plain) })
    }
  }

  static let python =
    ProcessInfo.processInfo.environment["LEGALAID_PYTHON"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin/python").standardized
    .path
}
