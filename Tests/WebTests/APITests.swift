import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Web

@Suite struct APITests {
  private static let token = ["Authorization": "Bearer \(TestPeople.bearer)"]

  @Test func takesABearerTokenAndNoCookie() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      let refused = try await browser.send("GET", "/api/v1/notes/x")
      #expect(refused.status == 401)
      #expect(refused.header("Content-Type") == "application/problem+json")
      let found = try await browser.send("GET", "/api/v1/notes/x", headers: Self.token)
      #expect(found.status == 404)
      #expect(try Self.object(found)["status"] as? Int == 404)
      #expect(
        try await browser.send("GET", "/api/v1/notes/x", headers: ["Authorization": "Bearer no"]).status == 401)
    }
  }

  @Test func aKeySentTwiceWritesOnce() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      func add(_ key: String) async throws -> String {
        let headers = Self.token.merging(["Idempotency-Key": key]) { a, _ in a }
        let page = try await browser.send(
          "POST", "/api/v1/notes", body: Array(#"{"name":"赵春兰"}"#.utf8), type: "application/json", headers: headers)
        #expect(page.status == 200)
        return try Self.object(page)["id"] as? String ?? ""
      }
      let first = try await add("k1")
      #expect(try await add("k1") == first)
      #expect(try await add("k2") != first)
      #expect(try await site.count("SELECT count(*) FROM note") == 2)
      let read = try await browser.send("GET", "/api/v1/notes/\(first)", headers: Self.token)
      #expect(try Self.object(read)["name"] as? String == "赵春兰")
    }
  }

  @Test(arguments: ["", "{", #"{"name":1}"#, "[]", "name=1", "\u{0}"])
  func saysWhatIsWrongWithTheJSON(_ body: String) async throws {
    try await TestSite.run { _, client in
      let page = try await Browser(client).send(
        "POST", "/api/v1/notes", body: Array(body.utf8), type: "application/json", headers: Self.token)
      #expect(page.status == 422)
      let errors = try #require(try Self.object(page)["errors"] as? [[String: Any]])
      #expect(errors.first?["key"] as? String == "json-shape")
    }
  }

  @Test func saysWhetherItLivesAndIsReady() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      #expect(try await browser.send("GET", "/healthz").text == #"{"status":"ok"}"#)
      #expect(try await browser.send("GET", "/readyz").text == #"{"database":true,"queue":true}"#)
      let (county, now) = (site.county, site.clock.wall.now())
      try await site.services.database.write(serial: nil) { tx in
        _ = try tx.run(
          """
          INSERT INTO job (id, county, kind, job_key, payload, state, attempts, run_after, event_number)
          VALUES (\(UUIDv7()), \(county), 'seal', 'k', '{}', 'queued', 0, \(now), 1)
          """)
      }
      #expect(try await browser.send("GET", "/readyz").status == 200)
      site.clock.advance(minutes: 16)
      #expect(try await browser.send("GET", "/readyz").text == #"{"database":true,"queue":false}"#)
      await site.services.database.close()
      let down = try await browser.send("GET", "/readyz")
      #expect(down.status == 503)
      #expect(down.text == #"{"database":false,"queue":false}"#)
    }
  }

  @Test func describesEveryRouteOfTheAPI() async throws {
    try await TestSite.run { site, client in
      let document = try Self.object(try await Browser(client).send("GET", "/api/v1/openapi.json"))
      #expect(document["openapi"] as? String == "3.1.0")
      let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
      let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
      let routes = site.table.routes.filter { $0.kind == .api }.map { "\($0.method.rawValue) \($0.pattern)" }
      #expect(described.sorted() == routes.sorted())
      let operations = paths.values.flatMap(\.values)
      #expect(Set(operations.compactMap { $0["operationId"] as? String }).count == operations.count)
      for operation in operations {
        #expect((operation["responses"] as? [String: Any])?["200"] != nil)
        #expect(operation["security"] != nil && operation["summary"] as? String != "")
      }
      let read = try #require(paths["/api/v1/notes/{id}"]?["get"])
      let parameters = try #require(read["parameters"] as? [[String: Any]])
      #expect(parameters.map { $0["name"] as? String } == ["id", "of"])
      #expect(parameters.map { $0["in"] as? String } == ["path", "query"])
      #expect(read["operationId"] as? String == "getNotesById")
    }
  }

  private static func object(_ page: Page) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any])
  }
}
