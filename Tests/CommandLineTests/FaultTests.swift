import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// 故障 · What an operator meets: keys that are gone or another office's, a damaged file; and the metrics that show it.
@Suite(.timeLimit(.minutes(5))) struct FaultTests {
  @Test(arguments: ["lost", "unreadable"])
  func withoutItsKeysAnOfficeIsNotServed(_ fault: String) throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let ring = verb.path("office.sqlite.d/keys/keys.json")
    let kept = try Data(contentsOf: URL(filePath: ring))
    switch fault {
    case "lost": try FileManager.default.removeItem(atPath: ring)
    default: try Data("not keys".utf8).write(to: URL(filePath: ring))
    }
    // Not even where it may make an office: new keys would make this one unreadable for good.
    let refused = try verb.run("serve", "--create", "--port", "0")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("keys.json") || refused.errors.contains("/keys"), "\(refused.errors)")
    #expect(refused.errors.contains("密钥") && refused.errors.contains("backup"), "\(refused.errors)")
    if fault == "lost" { #expect(!FileManager.default.fileExists(atPath: ring)) }
    try kept.write(to: URL(filePath: ring))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: ring)
    #expect(try verb.run("verify").status == 0)
  }

  @Test func anotherOfficesKeysAreRefused() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let ledger = try verb.file(
      "ledger.csv",
      """
      number,track,form,cause,recipient,recipient_id,township,accepted_on
      旧〔2015〕1号,civil,civilLitigationAgency,追索劳动报酬,赵春兰,320999197002182184,城关镇,2015-03-02
      """)
    let loaded = try verb.run("import", "cases", ledger)
    #expect(loaded.status == 0, "\(loaded.output)\(loaded.errors)")
    let other = try Verb()
    defer { other.remove() }
    try other.run("init", try other.file("office.yml", Verb.office))
    let (ours, theirs) = ("office.sqlite.d/keys/keys.json", other.path("office.sqlite.d/keys/keys.json"))
    try FileManager.default.removeItem(atPath: verb.path(ours))
    try FileManager.default.copyItem(atPath: theirs, toPath: verb.path(ours))
    let refused = try verb.run("serve", "--port", "0")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("another's"), "\(refused.errors)")
  }

  @Test func aDamagedFileIsNamedAndNotBackedUp() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let file = verb.path("office.sqlite")
    var bytes = try Data(contentsOf: URL(filePath: file))
    for page in 8..<24 {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xA5, count: 64))
    }
    try bytes.write(to: URL(filePath: file))
    let refused = try verb.run("backup", verb.path("copy"))
    #expect(refused.status == 1)
    #expect(refused.errors.contains("damaged") && refused.errors.contains("restore"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: verb.path("copy/tables")))
    let told = try verb.run("doctor", "--format", "json")
    let database = (told.json as? [[String: Any]])?.first { $0["key"] as? String == "database" }
    #expect(told.status == 1)
    #expect((database?["mend"] as? String)?.contains("legalaid restore") == true, "\(told.output)\(told.errors)")
    #expect(try verb.run("verify").status == 1)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func metricsHaveAListenerOfTheirOwn(_ engine: TestOffice.Engine) async throws {
    let verb = try Verb()
    defer { verb.remove() }
    let address =
      engine == .sqlite ? "sqlite:" + verb.path("office.sqlite") : try await PostgresServer.freshSchema().address
    let place = ["--database", address, "--data", verb.path("data")]
    let founded = try verb.run(["init", try verb.file("office.yml", Verb.office)] + place)
    #expect(founded.status == 0, "\(founded.errors)")
    let (server, output, _) = try verb.start(["serve", "--port", "0", "--metrics", "0"] + place, false)
    defer { server.terminate() }
    var said = ""
    while said.split(separator: "\n").count < 2 {
      said += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    let addresses = said.split(separator: "\n").map(String.init)
    let metrics = try #require(addresses.first { $0.hasSuffix("/metrics") })
    let pages = try #require(addresses.first { !$0.hasSuffix("/metrics") })
    _ = try text(pages + "/healthz")
    let shown = try text(metrics)
    for line in [
      "legalaid_database_up 1", "legalaid_jobs{state=\"dead\"} 0", "legalaid_request_seconds_bucket{le=\"+Inf\"} 1",
      "legalaid_requests_total{class=\"2xx\"} 1", "# TYPE legalaid_request_seconds histogram",
    ] {
      #expect(shown.contains(line), "\(line)\n\(shown)")
    }
    #expect(shown.firstMatch(of: /process_resident_memory_bytes [1-9]\d{6,}/) != nil)
    // Numbers alone, and never through the office's address.
    #expect(!shown.contains("张三") && !shown.contains("青禾") && !shown.contains("healthz"))
    #expect(throws: (any Error).self) { try text(pages + "/metrics") }
    let refused = try verb.run(["serve", "--port", "0", "--metrics", "nowhere:x"] + place)
    #expect(refused.status != 0 && refused.errors.contains("HOST:PORT"), "\(refused.errors)")
  }

  private func text(_ address: String) throws -> String {
    try String(contentsOf: #require(URL(string: address)), encoding: .utf8)
  }
}
