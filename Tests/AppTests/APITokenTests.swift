import App
import Cases
import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 接口 · The API by token: who a program is, what it sees, and that it is described as it is.
@Suite struct APITokenTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func aProgramSeesWhatItsUserSeesAndOnlyThen(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning, seal: false)
    try await Self.importCases(3, office)
    let token = try await Self.token("assigner", office)
    try await office.meddle(
      "UPDATE aid_case SET result = 'claimsPart' WHERE id = (SELECT id FROM aid_case ORDER BY id LIMIT 1)")
    try await office.browse { browser in
      let listed = try await Self.get("/api/v1/cases", token, browser())
      #expect(listed.status == 200)
      let items = try #require(try Self.object(listed)["items"] as? [[String: Any]])
      #expect(items.count == 3)
      #expect(items.allSatisfy { ($0["recipient"] as? String)?.contains("某") == true }, "a name is not masked")
      #expect(items.allSatisfy { $0["closedOn"] is NSNull })
      #expect(items.compactMap { $0["result"] as? String } == ["claimsPart"])
      let id = try #require(items.first?["id"] as? String)
      #expect(try await Self.get("/api/v1/cases/\(id)", token, browser()).status == 200)
      #expect(try await Self.get("/api/v1/cases?state=closed", token, browser()).text.contains(#""items":[]"#))
      // A token opens programs' addresses and no page; a made-up or cut one opens nothing.
      #expect(try await Self.get("/cases", token, browser()).status != 200)
      #expect(try await Self.get("/api/v1/cases", String(token.dropLast()), browser()).status == 401)
      #expect(
        try await Self.get("/api/v1/cases", "lat_" + String(repeating: "0", count: 64), browser()).status == 401)
    }
    #expect(
      try await office.value("SELECT COUNT(*) FROM api_token WHERE last_used_at IS NOT NULL", as: Int.self) == 1)
    let kept = try await office.services.database.read { try $0.rows("SELECT token_hash, purpose FROM api_token") }
    #expect(kept.allSatisfy { !"\($0.values)".contains(token) })
  }

  @Test func aStationsProgramSeesTheStationsOwnRecords() async throws {
    // AT-X.1 holds for programs too.
    let office = try await TestOffice(at: Self.morning, seal: false)
    try await Self.importCases(2, office)
    let (other, own) = (try await Self.token("clerk", office), try await Self.token("assigner", office))
    try await office.browse { browser in
      let listed = try await Self.get("/api/v1/cases", own, browser())
      let all = try #require(try Self.object(listed)["items"] as? [[String: Any]])
      let id = try #require(all.first?["id"] as? String)
      let seen = try await Self.get("/api/v1/cases/\(id)", other, browser())
      #expect([403, 404].contains(seen.status))
      let applications = try await Self.get("/api/v1/applications?page=1", other, browser())
      #expect(applications.status == 200)
      #expect(try Self.object(applications)["total"] as? Int == 0)
    }
  }

  @Test func aListComesInPages() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    try await Self.importCases(57, office)
    let token = try await Self.token("assigner", office)
    try await office.browse { browser in
      let first = try Self.object(try await Self.get("/api/v1/cases", token, browser()))
      let next = try #require(first["next"] as? String)
      let second = try Self.object(try await Self.get("/api/v1/cases?after=\(next)", token, browser()))
      let ids = [first, second].flatMap {
        ($0["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      }
      #expect(ids.count == 57 && Set(ids).count == 57)
      #expect(second["next"] is NSNull)
    }
  }

  @Test(arguments: ["revoked", "expired", "disabled", "moved"])
  func aTokenEnds(_ why: String) async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let token = try await Self.token("assigner", office, days: 3)
    let user = try #require(try await office.principal("assigner").user)
    let system = Principal.system(office.county)
    switch why {
    case "revoked":
      let all = try await office.services.database.read { [county = office.county] in
        try APITokenTable.all(county, $0)
      }
      let id = try #require(all.first?.id)
      try await office.office.runner.run(RevokeToken(id), as: system)
      await #expect(throws: Refusal.self) { try await office.office.runner.run(RevokeToken(id), as: system) }
    case "expired": office.clock.move(to: .literal(2016, 3, 10))
    case "disabled": try await office.office.runner.run(SetUserActive(user, false), as: system)
    default:
      try await office.services.database.write(serial: nil) { tx in
        _ = try tx.run("UPDATE role_grant SET to_on = '2016-03-06' WHERE user_account = \(user)")
      }
    }
    let answer = try await office.browse { try await Self.get("/api/v1/cases", token, $0()) }
    #expect(answer.status == 401)
  }

  @Test func aTokenIsRefusedWithEveryReason() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let clerk = try await office.principal("clerk")
    let centre = try await office.services.database.read { [county = office.county] in
      try AgencyTable.only(.centre, in: county, $0)
    }
    let user = try #require(clerk.user)
    let asked = IssueToken(user: user, agency: centre.id, purpose: "", days: 367, secret: APIToken.newSecret())
    let refused = await #expect(throws: Refusals.self) {
      try await office.office.runner.run(asked, as: .system(office.county))
    }
    #expect(refused?.all.map(\.key) == ["token.noRole", "token.days", "token.purpose"])
    await #expect(throws: Refusal.notAllowed) { try await office.run("clerk", asked) }
  }

  @Test func whatIsServedIsDescribedAsOpenAPIHasIt() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let path = office.folder.path + "/openapi.json"
    try await office.browse { browser in
      let document = try await browser().get("/api/v1/openapi.json")
      try Data(document.bytes).write(to: URL(filePath: path))
    }
    let check = try Tool.run(
      Checkout.root.path + "/.venv/bin/python", "-c",
      "import json,sys;from openapi_spec_validator import validate;d=json.load(open(sys.argv[1]));validate(d);print(len(d['paths']))",
      path)
    #expect(check.status == 0, "\(check.text)")
    #expect((Int(check.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) >= 5)
  }

  // MARK: Helpers

  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  private static func token(_ login: String, _ office: TestOffice, days: Int = 30) async throws -> String {
    let principal = try await office.principal(login)
    let (user, agency) = (try #require(principal.user), try #require(principal.agency))
    let secret = APIToken.newSecret()
    try await office.office.runner.run(
      IssueToken(user: user, agency: agency, purpose: "市平台采集", days: days, secret: secret),
      as: .system(office.county))
    return secret
  }

  private static func importCases(_ count: Int, _ office: TestOffice) async throws {
    let head = "number,track,form,cause,recipient,accepted_on"
    let rows = (1...count).map { "旧〔2016〕\($0)号,civil,civilLitigationAgency,追索劳动报酬,赵春兰,2016-02-0\($0 % 9 + 1)" }
    let file = office.folder.path + "/ledger.csv"
    try ([head] + rows).joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let report = try await CaseImport.run(
      file: file, dryRun: false, skipBad: nil, encoding: nil, county: office.county, runner: office.office.runner)
    #expect(report.imported == count)
  }

  private static func get(_ path: String, _ token: String, _ browser: Browser) async throws -> Page {
    try await browser.send("GET", path, headers: ["Authorization": "Bearer \(token)"])
  }

  private static func object(_ page: Page) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any])
  }
}
