import Foundation
import Kernel
import Localization
import Markup
import TestSupport
import Testing

@testable import Web

@Suite struct RouteTableTests {
  private let text = Text("页面", "Page")

  @Test func refusesTwoRoutesThatOneRequestWouldFit() {
    let one = Route.page("/cases/{id}", nil, text) { _ in .empty }
    let same = Route.page("/cases/{number}", nil, text) { _ in .empty }
    #expect(throws: RouteTable.Problem.repeated(["GET /cases/{}"])) { try RouteTable([one, same]) }
    #expect(throws: RouteTable.Problem.self) { try RouteTable([.page("/sign-in", nil, text) { _ in .empty }]) }
  }

  @Test func findsWhoAnswersAndMakesLinks() throws {
    let show = Route.page("/cases/{id}", nil, text) { _ in .empty }
    let fresh = Route.page("/cases/new", nil, text) { _ in .empty }
    let table = try RouteTable([show, fresh])
    #expect(table.match(.get, "/cases/new")?.route.pattern == "/cases/new")
    #expect(table.match(.get, "/cases/7/")?.values == ["id": "7"])
    #expect(table.match(.post, "/cases/7") == nil)
    #expect(table.methods(of: "/cases/7") == [.get])
    #expect(table.methods(of: "/nowhere").isEmpty)
    #expect(show.path("案 1/2") == "/cases/%E6%A1%88%201%2F2")
    #expect(table.match(.get, show.path("案 1/2"))?.values == ["id": "案 1/2"])
    #expect(fresh.path() == "/cases/new")
  }

  /// Each route of the table, asked by nobody: the public ones answer, the others say who may.
  @Test func everyRouteAsksWhoComes() async throws {
    try await TestSite.run { site, client in
      for route in site.table.routes {
        let browser = Browser(client)
        let path = route.pattern.path(
          filling: route.pattern.places.map { _ in "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d" })
        let answer = try await browser.send(
          route.method.rawValue, path, body: route.method == .post ? [] : nil)
        switch (route.permission, route.kind, route.method) {
        // Asked for a code before any password, one is led to where the password is typed.
        case (nil, _, .get) where path == "/sign-in/code": #expect(answer.header("Location") == "/sign-in")
        case (nil, _, _): #expect(answer.status != 401 && answer.header("Location")?.hasPrefix("/sign-in") != true)
        case (_, .api, _): #expect(answer.status == 401 && answer.header("WWW-Authenticate") == "Bearer")
        case (_, _, .get): #expect(answer.header("Location")?.hasPrefix("/sign-in?next=") == true, "\(path)")
        case (_, _, .post): #expect(answer.status == 401, "\(path)")
        }
      }
    }
  }

  @Test func everyRouteRefusesWhoMayNot() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("lawyer")
      for route in site.table.routes where route.permission == TestNotes.write && route.kind != .api {
        let path = route.pattern.path(filling: route.pattern.places.map { _ in "x" })
        let answer = try await browser.send(route.method.rawValue, path, body: route.method == .post ? [] : nil)
        #expect(answer.status == 403, "\(path)")
        #expect(try answer.heading() == "不能查看")
      }
    }
  }

  @Test func everyPostRefusesAForgedForm() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let note = try await browser.enter("clerk").browser.get("/notes/new").form()
        .fill(["name": "赵春兰", "heldOn": "2016-03-07"]).submit()
      let id = note.path.split(separator: "/").last.map(String.init) ?? ""
      for route in site.table.routes where route.method == .post && route.kind != .api {
        let path = route.pattern.path(filling: route.pattern.places.map { _ in id })
        #expect(try await browser.post(path, [("name", "x")]).status == 403, "\(path)")
      }
    }
  }

  @Test func pagesSetNothingThatAStrictPolicyForbids() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      for path in ["/", "/work", "/notes/new", "/sign-in", "/nowhere"] {
        let nodes = try await browser.get(path).root().descendants
        #expect(nodes.allSatisfy { $0.name != "style" && $0["style"] == nil }, "\(path)")
        #expect(nodes.allSatisfy { node in !node.attributes.keys.contains { $0.hasPrefix("on") } }, "\(path)")
        for link in nodes.filter({ $0.name == "link" || $0.name == "script" }) {
          let asset = try await browser.get(link["href"] ?? link["src"] ?? "")
          #expect(asset.status == 200)
          #expect(asset.header("Cache-Control")?.contains("immutable") == true)
        }
      }
    }
  }

  @Test func assetsAreKeptByTheirContent() async throws {
    let extra = Asset(name: "htmx.js", type: "text/javascript; charset=utf-8", bytes: [1])
    #expect(Assets(Asset.embedded).path != Assets(Asset.embedded + [extra]).path)
    try await TestSite.run {
      $0.assets = [extra]
    } test: { _, client in
      let browser = Browser(client)
      let path = Assets(Asset.embedded + [extra]).path
      let first = try await browser.get("\(path)/htmx.js")
      let tag = try #require(first.header("ETag"))
      #expect(try await browser.get("\(path)/htmx.js", headers: ["If-None-Match": tag]).status == 304)
      #expect(try await browser.get("/assets/older/app.css").header("Cache-Control") == "no-cache")
      #expect(try await browser.get("\(path)/secret.css").status == 404)
    }
  }
}
