import App
import Foundation
import Kernel
import Localization
import TestSupport
import Testing
import Web

/// 导出表格 · A list as a workbook: exactly what its filter shows, as it is shown, and never a formula.
@Suite(.timeLimit(.minutes(5))) struct ListExportTests {
  /// One list that was looked at: the rows of its page, and where its workbook was put.
  private struct Seen: Sendable {
    let path: String
    let rows: [[String]]
    let file: String
  }

  /// Every list of the route table, and a few of them filtered; a new list is in here by being a list.
  @Test(arguments: TestOffice.Engine.allCases)
  func everyWorkbookHoldsTheRowsOfItsPage(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.loadPlan(of: 2016)
    let scratch = try Scratch()
    let lists = try RouteTable(Capabilities.routes()).routes.filter(\.isList)
    let seen = try await office.browse { open in
      let desks = Desks(office, open)
      for (serial, step) in [Walk.Step.register, .approve, .archive].enumerated() {
        var walk = Walk(desks, .chinese, serial: serial + 1)
        try await walk.go(to: step)
      }
      var seen: [Seen] = []
      for login in ["director", "archivist", "admin", "keeper", "auditor", "lawyer"] {
        let (browser, principal) = (open(), try await office.principal(login))
        try await browser.signIn(login)
        let own = lists.filter { $0.permission.map(principal.holds) ?? true }.map {
          $0.pattern.description.replacing("{year}", with: "2016").replacing("{key}", with: "K1")
        }
        let filtered =
          own.contains("/applications") ? ["/applications?state=received", "/numbers?kind=receipt"] : []
        for path in own + filtered {
          seen.append(try await Self.look(path, browser, scratch, as: "\(login)-\(seen.count)"))
        }
      }
      return seen
    }
    let paths = Set(seen.map { $0.path.split(separator: "?").first.map(String.init) ?? "" })
    #expect(paths.count == lists.count, "some list was seen by nobody: \(paths.sorted())")
    #expect(Set(seen.filter { !$0.rows.isEmpty }.map(\.path)).count > 8)
    let books = try Self.read(seen.map(\.file))
    for (list, book) in zip(seen, books) { #expect(book == list.rows, "\(list.file)") }
  }

  private static func look(
    _ path: String, _ browser: Browser, _ scratch: Scratch, as name: String
  ) async throws -> Seen {
    let page = try await browser.get(path)
    let link = try #require(try page.links().first { $0.contains("format=xlsx") }, "\(path) has no workbook")
    #expect(try page.root().all("button").contains { $0["data-print"] != nil }, "\(path) cannot be printed")
    let book = try await browser.get(link)
    #expect(book.status == 200, "\(link)")
    // Where a page has two tables, the workbook is of the last: what was opened.
    let rows = try page.root().all("tbody").last?.all("tr").map { row in
      row.all("td").filter { $0["data-label"] != nil }.map { plain($0.text) }
    }
    return Seen(path: path, rows: rows ?? [], file: try scratch.write(book.bytes, "\(name).xlsx"))
  }

  /// Without what only sets words apart on a page; a dash stands for nothing.
  private static func plain(_ words: String) -> String {
    let bare = words.filter { !$0.isWhitespace }
    return bare == "—" ? "" : bare
  }

  /// The rows below the heading of each workbook, as another program reads them; a formula is a fault.
  private static func read(_ files: [String]) throws -> [[[String]]] {
    let read = try Tool.run(
      python, "-c",
      """
      import json, openpyxl, sys
      books = []
      for path in sys.stdin.read().split():
          sheet = openpyxl.load_workbook(path).worksheets[0]
          assert not any(cell.data_type == "f" for row in sheet for cell in row), path
          books.append([["" if cell.value is None else str(cell.value) for cell in row] for row in sheet][1:])
      print(json.dumps(books))
      """, input: files.joined(separator: "\n"))
    return try JSONDecoder().decode([[[String]]].self, from: Data(read.text.utf8)).map { $0.map { $0.map(plain) } }
  }

  private static let python =
    ProcessInfo.processInfo.environment["LEGALAID_PYTHON"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin/python").standardized
    .path
}
