import Foundation
import Storage
import TestSupport
import Testing

/// 备份与恢复 · Backup and restore, as an office's nightly script would run them.
@Suite struct BackupTests {
  @Test func anOfficeMovesToPostgreSQLAndBackWithTheSameFigures() async throws {
    // AT-X.7: the figures of a restored office are the same to the last digit.
    let verb = try Verb()
    defer { verb.remove() }
    #expect(try verb.run("demo", "--year", "2016", "--population", "12000").status == 0)
    let figures = try verb.indicators()
    #expect(figures.contains("\"K1\""))
    let first = try verb.backup("first", keys: "keys.sealed")
    #expect(first.status == 0, "\(first.errors)")

    let server = try await PostgresServer.freshSchema().address
    let there = ["--database", server, "--data", verb.folder.path + "/server"]
    let moved = try verb.restore("first", keys: "keys.sealed", to: there)
    #expect(moved.status == 0, "\(moved.errors)")
    #expect(try verb.indicators(there) == figures)
    #expect(try verb.run(["verify"] + there).status == 0)

    #expect(try verb.run(["backup", verb.path("second")] + there).status == 0)
    #expect(try verb.tables("second") == verb.tables("first"))
    let back = ["--database", "sqlite:" + verb.path("back.sqlite")]
    #expect(try verb.restore("second", keys: "keys.sealed", to: back).status == 0)
    #expect(try verb.indicators(back) == figures)
    #expect(try verb.run(["verify"] + back).status == 0)
    // What the server numbered itself goes on after the largest, and what only grows still only grows.
    #expect(
      try verb.run(["plan", "load", verb.file("plan.yml", verb.changedPlan), "--replace"] + there).status == 0)
    let again = try verb.restore("first", keys: "keys.sealed", to: back)
    #expect(again.status == 1)
    #expect(again.errors.contains("not empty"))
  }

  @Test func isTakenWhileTheOfficeServes() async throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let office = "sqlite:" + verb.path("office.sqlite")
    let (server, output, _) = try verb.start(["serve", "--port", "0", "--database", office], false)
    _ = output.fileHandleForReading.availableData
    defer { server.terminate() }
    #expect(try verb.backup("copy", keys: "keys.sealed").status == 0)
    #expect(server.isRunning)
    let modes = try FileManager.default.attributesOfItem(atPath: verb.path("keys.sealed"))[.posixPermissions]
    #expect(modes as? Int == 0o600)
  }

  @Test(arguments: ["cut", "altered", "killed", "foreign"])
  func refusesWhatIsNotWholeByName(_ fault: String) async throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    #expect(try verb.backup("copy", keys: "keys.sealed").status == 0)
    let (manifest, events) = (verb.path("copy/manifest.json"), verb.path("copy/tables/event"))
    let named: String
    switch fault {
    case "cut":
      let text = try String(contentsOfFile: events, encoding: .utf8)
      try String(text.dropLast(20)).write(toFile: events, atomically: true, encoding: .utf8)
      named = "tables/event"
    case "killed":
      try FileManager.default.removeItem(atPath: manifest)
      named = "no whole backup"
    case "foreign":
      try FileManager.default.removeItem(atPath: events)
      named = "Missing: tables/event"
    default:
      let text = try String(contentsOfFile: manifest, encoding: .utf8)
      try text.replacingOccurrences(of: "青禾县", with: "白禾县").write(
        toFile: manifest, atomically: true, encoding: .utf8)
      named = "not the keys"
    }
    let answer = try verb.restore(
      "copy", keys: "keys.sealed", to: ["--database", "sqlite:" + verb.path("back.sqlite")])
    #expect(answer.status == 1)
    #expect(answer.errors.contains(named), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: verb.path("back.sqlite.d/keys/keys.json")))
  }

  @Test func keysStayOutAndAWrongPassphraseOpensNothing() async throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    #expect(try verb.run("backup", verb.path("copy")).status == 0)
    let ring = try Data(contentsOf: URL(filePath: verb.path("office.sqlite.d/keys/keys.json")))
    let secret = try #require(
      (try JSONSerialization.jsonObject(with: ring) as? [String: Any])?["lookup"] as? String)
    let copied = FileManager.default.enumerator(atPath: verb.path("copy"))?.compactMap { $0 as? String } ?? []
    #expect(copied.contains("tables/county"))
    for name in copied where !name.hasSuffix("tables") && !name.hasSuffix("files") {
      let text = String(
        decoding: FileManager.default.contents(atPath: verb.path("copy/\(name)")) ?? Data(), as: UTF8.self)
      #expect(!text.contains(secret), "\(name)")
    }
    let there = ["--database", "sqlite:" + verb.path("back.sqlite")]
    #expect(try verb.restore("copy", keys: nil, to: there).errors.contains("--keys"))
    #expect(try verb.backup("again", keys: "keys.sealed").status == 0)
    let wrong = try verb.restore("again", keys: "keys.sealed", to: there, passphrase: "not the passphrase")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("passphrase"))
    #expect(try verb.backup("third", keys: "keys.sealed").errors.contains("there already"))
    #expect(try verb.backup("fourth", keys: "other.sealed", passphrase: "short").errors.contains("12"))
  }
}

extension Verb {
  func path(_ name: String) -> String { folder.path + "/" + name }

  static let passphrase = "correct horse battery staple"

  func backup(_ name: String, keys: String, passphrase: String = Verb.passphrase) throws -> Answer {
    try run(
      ["backup", path(name), "--keys", path(keys), "--database", "sqlite:" + path("office.sqlite")],
      ["LEGALAID_PASSPHRASE": passphrase])
  }

  func restore(
    _ name: String, keys: String?, to place: [String], passphrase: String = Verb.passphrase
  ) throws -> Answer {
    try run(
      ["restore", path(name)] + (keys.map { ["--keys", path($0)] } ?? []) + place,
      ["LEGALAID_PASSPHRASE": passphrase])
  }

  func indicators(_ place: [String]? = nil) throws -> String {
    try run(
      ["indicators", "--year", "2016", "--format", "json"]
        + (place ?? ["--database", "sqlite:" + path("office.sqlite")])
    ).output
  }

  /// Every table of a backup, byte for byte.
  func tables(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path(name + "/tables"))
    return names.reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: path("\(name)/tables/\($1)")) }
  }

  var changedPlan: String {
    "year: 2016\npopulation: {base: registered, persons: 12001, asOf: 2015-12-31, source: 县公安局}\ntargets: {K1: 12}\nitems: []\n"
  }
}
