import App
import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Bench

/// 升级 · An office that the first landed program wrote is opened by this one: everything in it is there and reads, its figures are
/// the same to the last digit, work goes on, a backup of it restores; killed half way it goes on; a newer one is refused.
@Suite(.serialized, .timeLimit(.minutes(10))) struct UpgradeTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func everythingIsThereAndWorkGoesOn(_ engine: TestOffice.Engine) async throws {
    let old = try await OldOffice(engine)
    let (before, known) = (try await old.rows(), try await old.migrations())
    #expect(known.count == 7 && before.values.reduce(0, +) > 500, "\(known) \(before)")
    let verified = try old.run("verify")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(try await old.migrations().count == Office.migrations.count)
    let after = try await old.rows()
    for (table, count) in before where table != "party" { #expect(after[table] == count, "\(table)") }
    // A migration made the recipients of imported cases parties.
    #expect(after["party"] == (before["party"] ?? 0) + 82)
    #expect(try old.troubles() == [])
    #expect(try old.run("indicators", "--year", "2016", "--format", "json").status == 0)
    #expect(try old.differences() == [])

    #expect(try old.run("backup", old.folder.path + "/copy").status == 0)
    try await Self.restored(old)
    try await Self.work(old)
    #expect(try old.run("verify").status == 0)
    try await old.close()
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func killedHalfWayItGoesOn(_ engine: TestOffice.Engine) async throws {
    let old = try await OldOffice(engine)
    var (halfWay, tries) = (0, 0)
    var applied = try await old.migrations().count
    while applied < Office.migrations.count, tries < 200 {
      let program = try old.start(["verify"])
      let wanted = applied + 5
      while program.isRunning, applied < wanted { applied = try await old.migrations().count }
      kill(program.processIdentifier, SIGKILL)
      program.waitUntilExit()
      applied = try await old.migrations().count
      if applied < Office.migrations.count { halfWay += 1 }
      tries += 1
    }
    #expect(halfWay > 0)
    let verified = try old.run("verify")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(try old.troubles() == [])
    #expect(try old.differences() == [])
    try await old.close()
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aNewerOfficeIsRefused(_ engine: TestOffice.Engine) async throws {
    let old = try await OldOffice(engine)
    #expect(try old.run("verify").status == 0)
    try await old.becomeNewer()
    let (migrations, rows) = (try await old.migrations(), try await old.rows())
    for verb in [["serve", "--port", "0"], ["verify"], ["doctor"], ["indicators", "--year", "2016"]] {
      let process = try old.start(verb)
      let output = String(
        decoding: (process.standardOutput as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data(),
        as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(verb): \(output)")
      #expect(
        output.contains("更新") && output.contains("newer version") && output.contains("future.001"), "\(output)")
    }
    #expect(try await old.migrations() == migrations)
    #expect(try await old.rows() == rows)
    try await old.close()
  }

  /// Into the other engine too: an office from before moves as any other.
  private static func restored(_ old: OldOffice) async throws {
    for target in TestOffice.Engine.allCases {
      let own = old.folder.path + "/\(target)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: old.folder.path + "/office.sqlite.d/keys", toPath: own + "/keys")
      let address =
        target == .sqlite ? "sqlite:\(own)/office.sqlite" : try await PostgresServer.freshSchema().address
      let there = try await OldOffice(at: address, data: own)
      let answer = try there.run("restore", old.folder.path + "/copy")
      #expect(answer.status == 0, "\(answer.output)")
      #expect(try there.run("verify").status == 0)
      #expect(try there.differences() == [])
      await there.letGo()
    }
  }

  /// The pages of a case and of a person open and decrypt; an application goes from the counter to its sealed decision.
  private static func work(_ old: OldOffice) async throws {
    let office = try await Office.open(old.settings, migrating: false)
    let services = office.services
    let (aidCase, person, name, county) = try await services.database.read { reader in
      let row = try #require(
        try reader.row(
          """
          SELECT c.id, c.recipient, c.recipient_name, c.county FROM aid_case c JOIN person p ON p.id = c.recipient
          WHERE p.identity_sealed IS NOT NULL AND p.protection = '' ORDER BY c.id DESC
          """))
      return (
        try row.get("id", as: UUIDv7.self), try row.get("recipient", as: PersonID.self),
        try row.get("recipient_name", as: String.self), try row.get("county", as: CountyID.self)
      )
    }
    let identity = try await services.database.read {
      try PersonTable.of(person, in: county, services.keys, $0).identityNumber
    }
    #expect(identity?.count == 18)
    let port = ServerProcess.freePort()
    let server = try ServerProcess(SoakTests.program, database: old.url, data: old.data, port: port)
    let visitors = try SoakStep.visitors(port)
    let director = try #require(visitors["director"])
    for path in ["/cases/\(aidCase)", "/persons/\(person)"] {
      let page = try HTTPConnection(port: port).ask(director.get(path))
      #expect(
        page.status == 200 && String(decoding: page.body, as: UTF8.self).contains(name), "\(path) \(page.status)")
    }
    let search = "/search?q=" + Visitor.escaped(name)
    let hits = try HTTPConnection(port: port).ask(director.get(search))
    #expect(String(decoding: hits.body, as: UTF8.self).contains("/cases/\(aidCase)"), "nobody finds \(name)")
    let (ledger, over) = (SoakLedger(), Over())
    let granted = SoakWorker(0, visitors, ledger, port: port, isOver: { over.isOver }).application()
    #expect(granted != nil && ledger.all.surprises == [], "\(ledger.all.surprises)")
    #expect(server.stop())
    try await office.jobs.drain()
    #expect(try await services.database.read { try SoakVerdict(ledger.all, $0).findings } == [])
    await services.database.close()
  }
}

extension OldOffice {
  /// What doctor does not find in order, beside a certificate that has run out since and the holidays of next year.
  func troubles() throws -> [String] {
    let answer = try run("doctor", "--format", "json").output
    let found = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]] ?? []
    return found.filter { $0["standing"] as? String != "fine" }.compactMap { $0["key"] as? String }
      .filter { !["certificates", "calendar", "disk"].contains($0) } + (found.isEmpty ? [answer] : [])
  }

  /// What that program knew of an indicator and this one says otherwise.
  func differences() throws -> [String] {
    let then = try Self.known(Self.figures())
    let now = try Self.known(Data(run("indicators", "--year", "2016", "--format", "json").output.utf8))
    guard then.count > 40 else { return ["only \(then.count) figures were written down"] }
    return then.keys.sorted().filter { then[$0] != now[$0] }
      .map { "\($0): \(then[$0] ?? "") then, \(now[$0] ?? "nothing") now" }
  }

  private static func known(_ json: Data) throws -> [String: String] {
    let report = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    var figures: [String: String] = [:]
    for one in report?["indicators"] as? [[String: Any]] ?? [] {
      for field in ["numerator", "denominator", "value", "target", "comparison", "met", "toGo"] {
        guard let value = one[field], !(value is NSNull) else { continue }
        figures["\(one["key"] ?? "") \(field)"] = "\(value)"
      }
    }
    return figures
  }
}
