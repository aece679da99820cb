import App
import Foundation
import Kernel
import Localization
import TestSupport
import Testing
import Web

/// 每一页在真实浏览器 · Every page of the route table in a headless Chromium, for one who may open it, at a desk and on a
/// phone: nothing that axe finds, no sideways scrolling, no breach of the page's policy. A new page is walked by itself.
@Suite(.serialized, .timeLimit(.minutes(15))) struct EveryPageBrowserTests {
  @Test(arguments: Language.allCases)
  func isFitForEverybody(_ language: Language) async throws {
    let shelf = try await Shelf.shared.value
    let scratch = try Scratch()
    let (seen, missed) = try await Self.pages(shelf)
    #expect(missed.map(\.pattern.description).sorted() == Self.leadElsewhere)
    let steps = seen.flatMap { login, paths in
      [BrowserWalk.Step(signIn: login)]
        + paths.flatMap { [BrowserWalk.Step(open: $0.path), BrowserWalk.Step(look: $0.name)] }
    }
    try await shelf.office.serve { address in
      let report = try await BrowserWalk.run(
        steps, at: address, in: language, scratch: scratch)
      #expect(report.steps.count == steps.count)
      for step in report.steps { #expect(step.problems == [], "\(step.path)") }
    }
  }

  /// Addresses that show no page of their own.
  private static let leadElsewhere = ["/plan"]

  private typealias Seen = [(login: String, paths: [(name: String, path: String)])]

  /// Each page once, by the first who may open it and has something on it.
  private static func pages(_ shelf: Shelf) async throws -> (Seen, missed: [Route]) {
    let routes = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && $0.kind == .page && $0.permission != nil
    }
    return try await shelf.office.browse { open in
      var left = routes
      var seen: Seen = []
      for login in PageTests.people {
        let principal = try await shelf.office.principal(login)
        let browser = open()
        try await browser.signIn(login)
        var paths: [(name: String, path: String)] = []
        var missed: [Route] = []
        for route in left {
          let mayOpen = route.permission.map(principal.holds) ?? true
          guard mayOpen, let path = shelf.path(of: route), try await browser.send("GET", path).status == 200 else {
            missed.append(route)
            continue
          }
          let name = route.pattern.description.filter { $0.isLetter || $0.isNumber || "/-".contains($0) }
          paths.append((name.split(separator: "/").joined(separator: "_"), path))
        }
        left = missed
        seen.append((login, paths))
      }
      return (seen, left)
    }
  }
}
