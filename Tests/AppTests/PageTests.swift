import App
import Kernel
import Localization
import TestSupport
import Testing
import Web

/// 每一页 · Every page of the table, for everybody who may open it, in both languages.
@Suite(.timeLimit(.minutes(5))) struct PageTests {
  /// One of each role; the lawyer and the manager are of the firm that has the cases.
  static let people = [
    "admin", "leader", "clerk", "receptionist", "reviewer", "director", "assigner", "keeper", "supervisor",
    "archivist", "firm", "lawyer", "security", "auditor", "objections",
  ]

  @Test(arguments: people, Language.allCases)
  func isInOrder(_ login: String, _ language: Language) async throws {
    let shelf = try await Shelf.shared.value
    let names = try await OfficeNames(shelf.office, typed: Words.chinese.all)
    let principal = try await shelf.office.principal(login)
    let pages = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .get && $0.kind == .page }
      .filter { $0.permission.map(principal.holds) ?? true }
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      for route in pages {
        let path = try #require(shelf.path(of: route), "say in Places how \(route.pattern) is filled")
        let tag = language == .zh ? "zh-CN" : "en-GB"
        let page = try await browser.send("GET", path, headers: ["Accept-Language": tag])
        if page.status == 303 { continue }
        if page.status == 404, Shelf.ofSome.contains(route.pattern.description) { continue }
        #expect(page.status == 200, "\(login) \(path): \(page.status)")
        try PageLint(page: page, language: language, names: names).expectNone()
      }
    }
  }

  /// What is seen before signing in, and what is seen when something is not there.
  @Test(arguments: Language.allCases)
  func forEverybody(_ language: Language) async throws {
    let shelf = try await Shelf.shared.value
    let names = try await OfficeNames(shelf.office)
    try await shelf.office.browse { open in
      let browser = open()
      _ = try await browser.get("/language?to=\(language.rawValue)")
      for path in ["/", "/sign-in", "/verify", "/verify/\(shelf.code)", "/verify/2345678923", "/nowhere"] {
        let page = try await browser.get(path)
        #expect(page.status == (path == "/nowhere" ? 404 : 200))
        try PageLint(page: page, language: language, names: names).expectNone()
      }
    }
  }
}
