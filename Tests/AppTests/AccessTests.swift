import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

/// 谁可以做什么 · The reviewed table of docs/security/access.md against the program: what it says of itself, and what it answers.
@Suite(.timeLimit(.minutes(5))) struct AccessTests {
  enum Allowed: Hashable {
    case everybody, signedIn
    case roles(Set<Role>)

    init(_ line: Substring) throws {
      switch line {
      case "public": self = .everybody
      case "signed-in": self = .signedIn
      default: self = .roles(Set(try line.split(separator: " ").map { try #require(Role(rawValue: String($0))) }))
      }
    }

    init(_ permission: Permission?) {
      switch permission {
      case nil: self = .everybody
      case .signedIn?: self = .signedIn
      case let permission?: self = .roles(permission.roles)
      }
    }

    func covers(_ principal: Principal) -> Bool {
      guard case .roles(let roles) = self else { return true }
      return !roles.isDisjoint(with: principal.roles)
    }
  }

  /// By method and pattern.
  static let reviewed = Result {
    let page = try String(contentsOf: Checkout.root.appending(path: "docs/security/access.md"), encoding: .utf8)
    let block = try #require(page.components(separatedBy: "```access\n").last?.components(separatedBy: "```").first)
    var (table, allowed): ([String: Allowed], Allowed) = ([:], .everybody)
    for line in block.split(separator: "\n") {
      guard line.hasPrefix("  ") else {
        allowed = try Allowed(line)
        continue
      }
      let route = String(line.dropFirst(2))
      #expect(table.updateValue(allowed, forKey: route) == nil, "twice: \(route)")
    }
    return table
  }

  static func name(_ route: Route) -> String { "\(route.method.rawValue) \(route.pattern)" }

  @Test func everyAddressHasItsLine() throws {
    let reviewed = try Self.reviewed.get()
    let routes = try RouteTable(Capabilities.routes()).routes
    for route in routes {
      let line = try #require(reviewed[Self.name(route)], "write a line for \(Self.name(route))")
      #expect(line == Allowed(route.permission), "\(Self.name(route))")
    }
    #expect(Set(reviewed.keys).subtracting(routes.map(Self.name)).isEmpty)
  }

  /// A page is shown or is not there; a form with its token is refused, or judged by what it says. It is sent to a record there is
  /// not, or by those alone to whom it is refused, so that nothing is done.
  @Test(arguments: DemoStaff.logins)
  func everyRequestIsAnsweredAsTheLineSays(_ login: String) async throws {
    let reviewed = try Self.reviewed.get()
    let shelf = try await Shelf.shared.value
    let principal = try await shelf.office.principal(login)
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.kind != .api }
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      let csrf = try await browser.csrf()
      for route in routes {
        let allowed = try #require(reviewed[Self.name(route)])
        guard allowed != .everybody else { continue }
        let path = try #require(shelf.path(of: route), "say in Places how \(route.pattern) is filled")
        let (isAllowed, nowhere) = (allowed.covers(principal), Shelf.nowhere(path))
        guard route.method == .get || nowhere != path || !isAllowed else { continue }
        let status =
          try await route.method == .get
          ? browser.send("GET", path).status : browser.post(nowhere, [("csrf", csrf)]).status
        #expect((status == 403) == !isAllowed && status < 500, "\(login) \(Self.name(route)): \(status)")
      }
    }
  }
}

extension Browser {
  /// What every form of this session carries.
  func csrf() async throws -> String {
    let inputs = try await get("/account").root().all("input")
    return try #require(inputs.first { $0["name"] == "csrf" }?["value"])
  }
}

extension Shelf {
  /// The same address for a record there is not.
  static func nowhere(_ path: String) -> String {
    path.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) { _ in UUIDv7().description }
  }
}
