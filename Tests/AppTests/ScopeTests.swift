import App
import Kernel
import Localization
import Registry
import TestSupport
import Testing
import Web

/// 数据范围与权限 · Who may see and do what, asked of every route through real requests (AT-X.1).
@Suite(.timeLimit(.minutes(5))) struct ScopeTests {
  /// A station, a firm, and a lawyer whose case it is not, whatever they change in an address.
  @Test(arguments: ["clerk2", "firm2", "lawyer2", "lawyer3"])
  func changingAnAddressShowsNothing(_ stranger: String) async throws {
    let shelf = try await Shelf.shared.value
    let walk = try #require(shelf.walks[.archive])
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .get }
    let principal = try await shelf.office.principal(stranger)
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(stranger)
      let token = try await shelf.token(of: principal)
      for route in routes where !route.pattern.places.isEmpty {
        guard let permission = route.permission else { continue }
        let path = try #require(shelf.path(of: route), "\(route.pattern)")
        let page = try await browser.ask(route, path, token)
        let expected = principal.holds(permission) ? 404 : 403
        #expect(page.status == expected, "\(path): \(page.status)")
      }
      for list in ["/applications", "/cases"] where try await browser.send("GET", list).status == 200 {
        let page = try await browser.get(list)
        #expect(!page.text.contains(walk.application) && !page.text.contains(walk.aidCase))
        #expect(!page.text.contains(walk.words.name))
      }
    }
  }

  /// An address with the id of something else, of nothing, or with no id at all leads nowhere.
  @Test func whatIsNoRecordIsNotFound() async throws {
    let shelf = try await Shelf.shared.value
    let foreign = shelf.paper
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      for id in [foreign, "0", "..%2f..%2fetc%2fpasswd", "%00", "00000000-0000-0000-0000-000000000000"] {
        for place in ["/applications/", "/cases/", "/attachments/"] {
          let status = try await browser.send("GET", place + id).status
          #expect([400, 404].contains(status), "\(place)\(id): \(status)")
        }
      }
    }
  }

  /// Every page and file of the table, and every address for programs, for every kind of person the demo has.
  @Test(arguments: DemoStaff.logins)
  func everyPageIsForThoseWhoHoldItsPermission(_ login: String) async throws {
    let shelf = try await Shelf.shared.value
    let principal = try await shelf.office.principal(login)
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .get }
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      let token = try await shelf.token(of: principal)
      for route in routes {
        let path = try #require(shelf.path(of: route), "say in Places how \(route.pattern) is filled")
        let status = try await browser.ask(route, path, token).status
        if let permission = route.permission, !principal.holds(permission) {
          #expect(status == 403, "\(login) \(path): \(status)")
        } else {
          #expect([200, 303, 404].contains(status), "\(login) \(path): \(status)")
        }
      }
    }
  }

  /// Nothing is done for a form that is not ours, nor for somebody whose task it is not.
  @Test(arguments: DemoStaff.logins)
  func noFormIsTakenWithoutItsToken(_ login: String) async throws {
    let shelf = try await Shelf.shared.value
    let before = try await shelf.deeds()
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .post && $0.kind != .api }
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      for route in routes {
        let path = try #require(shelf.path(of: route), "say in Places how \(route.pattern) is filled")
        let status = try await browser.post(path, [("csrf", String(repeating: "0", count: 64))]).status
        #expect([403, 404].contains(status), "\(login) \(path): \(status)")
      }
    }
    #expect(try await shelf.deeds() == before)
  }

  @Test func whoIsNotSignedInIsAskedTo() async throws {
    let shelf = try await Shelf.shared.value
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.permission != nil && $0.kind != .api }
    #expect(routes.count > 40)
    try await shelf.office.browse { open in
      for route in routes {
        let path = try #require(shelf.path(of: route), "say in Places how \(route.pattern) is filled")
        let page = try await open().send(route.method.rawValue, path)
        guard route.method == .get else {
          #expect(page.status == 401, "\(path): \(page.status)")
          continue
        }
        #expect(page.status == 303, "\(path): \(page.status)")
        #expect(page.header("Location")?.hasPrefix("/sign-in?next=%2F") == true, "\(path)")
      }
    }
  }
}

extension Shelf {
  /// What a program of that person sends.
  func token(of principal: Principal) async throws -> String {
    let (user, agency) = (try #require(principal.user), try #require(principal.agency))
    let secret = APIToken.newSecret()
    try await office.office.runner.run(
      IssueToken(user: user, agency: agency, purpose: "核对权限", days: 30, secret: secret),
      as: .system(principal.county))
    return secret
  }
}

extension Browser {
  /// Asks for a page with the session, for an address of programs with the token.
  fileprivate func ask(_ route: Route, _ path: String, _ token: String) async throws -> Page {
    try await send("GET", path, headers: route.kind == .api ? ["Authorization": "Bearer \(token)"] : [:])
  }
}

extension DemoStaff {
  /// Everybody of the demo, by what they are called at sign-in.
  static let logins = [
    "admin", "leader", "clerk", "clerk2", "receptionist", "reviewer", "director", "assigner", "keeper",
    "supervisor",
    "archivist", "firm", "firm2", "lawyer", "lawyer2", "lawyer3", "lawyer4", "security", "auditor",
    "objections",
  ]
}
