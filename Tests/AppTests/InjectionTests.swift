import App
import Foundation
import Kernel
import TestSupport
import Testing
import Web

/// 注入 · Injection: what was typed stays text, on every page, in every answer and in every workbook.
@Suite(.timeLimit(.minutes(10))) struct InjectionTests {
  private static let mark = "x7q"

  /// Everything that a person types from the counter to the archive is a way out of the page; then every page and every
  /// answer for programs, for one of each role.
  @Test func whatIsStoredRunsNowhere() async throws {
    let shelf = try await Shelf(Walk.Step.allCases, .script)
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .get }
    let shown = try await shelf.office.browse { open in
      var shown: Set<String> = []
      for login in PageTests.people {
        let (browser, principal) = (open(), try await shelf.office.principal(login))
        try await browser.signIn(login)
        for route in routes where route.permission.map(principal.holds) ?? true {
          guard let path = shelf.path(of: route) else { continue }
          let answer = try await browser.send("GET", path)
          #expect(answer.status < 500, "\(login) \(path): \(answer.status)")
          try Self.expectInert(answer, "\(login) \(path)")
          if answer.text.contains(Self.mark) { shown.insert(route.pattern.description) }
        }
      }
      return shown
    }
    #expect(shown.count > 20, "\(shown.sorted())")
  }

  /// Every page with every parameter that any page links to or asks for.
  @Test func whatIsAskedRunsNowhere() async throws {
    let shelf = try await Shelf.shared.value
    let pages = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .get && $0.kind == .page }
    try await shelf.office.browse { open in
      var names: Set = ["q", "next", "to", "format", "page", "sort", "error", "message", "done", "return"]
      for login in ["director", "clerk", "admin", "lawyer", "auditor", "security"] {
        let (browser, principal) = (open(), try await shelf.office.principal(login))
        try await browser.signIn(login)
        let paths = pages.filter { $0.permission.map(principal.holds) ?? true }.compactMap(shelf.path)
        for path in paths {
          let page = try await browser.get(path)
          guard page.status == 200 else { continue }
          names.formUnion(try page.parameters())
        }
        for path in paths {
          for text in ["\"><script>x7q</script>", "' onfocus=x7q '", "javascript:x7q", "//x7q.example"] {
            let query = names.map { "\($0)=\(URLEncoded.escape(text))" }.joined(separator: "&")
            let answer = try await browser.send("GET", path + "?" + query)
            #expect(answer.status < 500, "\(login) \(path) \(text): \(answer.status)")
            #expect(answer.header("Location")?.hasPrefix("//") != true, "\(path) leads to \(text)")
            #expect(answer.header("Location")?.hasPrefix("javascript:") != true, "\(path) leads to \(text)")
            try Self.expectInert(answer, "\(login) \(path) \(text)")
          }
        }
      }
      #expect(names.count > 14, "\(names.sorted())")
    }
  }

  /// Every list with texts that a spreadsheet would reckon with, as another program reads its workbook.
  @Test func noCellIsAFormula() async throws {
    let shelf = try await Shelf(Walk.Step.allCases, .formula)
    let lists = try RouteTable(Capabilities.routes()).routes.filter(\.isList)
    let scratch = try Scratch()
    let files = try await shelf.office.browse { open in
      var files: [String] = []
      for login in PageTests.people {
        let (browser, principal) = (open(), try await shelf.office.principal(login))
        try await browser.signIn(login)
        for route in lists where route.permission.map(principal.holds) ?? true {
          guard let path = shelf.path(of: route) else { continue }
          let page = try await browser.get(path)
          if page.status == 404, Shelf.ofSome.contains(route.pattern.description) { continue }
          let link = try #require(try page.links().first { $0.contains("format=xlsx") }, "\(path)")
          files.append(try scratch.write(try await browser.get(link).bytes, "\(files.count).xlsx"))
        }
      }
      return files
    }
    let read = try Tool.run(
      ListExportTests.python, "-c",
      """
      import json, openpyxl, sys
      cells = [cell for path in sys.stdin.read().split() for sheet in openpyxl.load_workbook(path)
               for row in sheet for cell in row]
      signs = tuple("=+-@＝＋－＠")
      print(json.dumps([sum(cell.data_type == "f" for cell in cells),
                        sum(isinstance(cell.value, str) and cell.value.startswith(signs) for cell in cells)]))
      """, input: files.joined(separator: "\n"))
    let counts = try JSONDecoder().decode([Int].self, from: Data(read.text.utf8))
    #expect(counts[0] == 0)
    #expect(counts[1] > 10, "nothing of it stands in a list")
  }

  /// No element or attribute was made of the mark; a page is the one kind of answer that a browser would run.
  private static func expectInert(_ answer: Page, _ what: String) throws {
    let type = answer.header("Content-Type") ?? ""
    #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(what)")
    guard type.hasPrefix("text/html") else {
      if type.contains("json") { _ = try JSONSerialization.jsonObject(with: Data(answer.bytes)) }
      #expect(!type.contains("xml") && !type.contains("svg") || !answer.text.contains(mark), "\(what) is \(type)")
      return
    }
    let root = try answer.root()
    for node in [root] + root.descendants {
      #expect(!node.name.contains(mark), "\(what): an element \(node.name)")
      #expect(
        !node.attributes.keys.contains { $0.contains(mark) || $0 == "autofocus" && node[$0] == mark }, "\(what)")
      for name in ["href", "src", "action", "formaction"] {
        #expect(node[name]?.hasPrefix("//") != true, "\(what): \(name) leads to another host")
      }
    }
    #expect(try PageLint.running(answer) == [], "\(what)")
  }
}
