import Foundation
import Storage
import Testing

/// 自检与换钥 · The doctor finds what was broken and names the mend; a new key opens everything again.
@Suite struct DoctorTests {
  @Test func aSoundOfficeIsSaidToBe() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let answer = try verb.run("doctor", "--format", "json")
    #expect(answer.status == 0, "\(answer.output)")
    let told = try #require(answer.json as? [[String: Any]])
    let keys = [
      "keys", "permissions", "disk", "calendar", "fonts", "migrations", "jobs", "clock", "chain", "seals",
      "certificates", "search", "totals",
    ]
    #expect(Set(keys).isSubset(of: told.compactMap { $0["key"] as? String }))
    #expect(!told.contains { $0["standing"] as? String == "fault" })
  }

  @Test(arguments: ["readable", "lost", "chain", "job", "totals", "pending", "gone"])
  func aFaultIsNamedWithItsMend(_ fault: String) async throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let ring = verb.path("office.sqlite.d/keys/keys.json")
    let (key, mend): (String, String)
    switch fault {
    case "readable":
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: ring)
      (key, mend) = ("permissions", "chmod 600")
    case "lost":
      try FileManager.default.removeItem(atPath: ring)
      (key, mend) = ("keys", "Put the office's key files back")
    case "gone":
      try FileManager.default.removeItem(atPath: verb.path("office.sqlite"))
      (key, mend) = ("database", "--database")
    case "chain":
      try await verb.change("UPDATE county SET chain_head = (SELECT hash FROM event WHERE number = 1)")
      (key, mend) = ("chain", "legalaid verify")
    case "job":
      try await verb.change(
        """
        INSERT INTO job (id, county, kind, job_key, payload, state, attempts, run_after, event_number)
        SELECT \(UUIDv7()), id, 'seal', 'k', '{}', 'dead', 8, 0, 1 FROM county
        """)
      (key, mend) = ("jobs", "/jobs")
    case "totals":
      try await verb.change(
        """
        INSERT INTO monthly_total (county, fact, place, month, by_month, since_month, amount, latest)
        SELECT id, 'case.accepted', '', '2016-03', '', '', 1, '2016-03-07' FROM county
        """)
      (key, mend) = ("totals", "legalaid rebuild totals")
    default:
      try await verb.change("DELETE FROM schema_migration WHERE id = 'registry.token.001'")
      (key, mend) = ("migrations", "make a backup first")
    }
    let answer = try verb.run("doctor", "--format", "json")
    let told = try #require(answer.json as? [[String: Any]])
    let found = try #require(told.first { $0["key"] as? String == key && $0["standing"] as? String != "fine" })
    #expect((found["mend"] as? String)?.contains(mend) == true, "\(found)")
    #expect((answer.status == 1) == told.contains { $0["standing"] as? String == "fault" })
  }

  @Test func whatIsDerivedIsMadeAnew() async throws {
    let verb = try Verb()
    defer { verb.remove() }
    #expect(try verb.run("demo", "--year", "2016", "--population", "6000").status == 0)
    // The demo's seal was made for three years.
    let told = try verb.run("doctor", "--format", "json").json as? [[String: Any]]
    let seal = told?.first { $0["key"] as? String == "certificates" }
    #expect(seal?["standing"] as? String == "fault", "\(seal ?? [:])")
    #expect((seal?["mend"] as? String)?.contains("renewed one") == true)
    let before = try verb.indicators()
    #expect(told?.first { $0["key"] as? String == "search" }?["standing"] as? String == "fine")
    try await verb.change("DELETE FROM search_entry")
    #expect(try verb.run("doctor").output.contains("legalaid rebuild search"))
    let found = try verb.run("rebuild", "search")
    let count = found.output.firstMatch(of: /records: (\d+)/).flatMap { Int($0.1) }
    #expect(found.status == 0 && (count ?? 0) > 5, "\(found.output)\(found.errors)")
    let renewed = try verb.run("rebuild", "keys")
    #expect(renewed.status == 0, "\(renewed.errors)")
    #expect(renewed.output.contains("key: 2"))
    #expect(try verb.run("verify").status == 0)
    #expect(try verb.indicators() == before)
    let database = try await openDatabase(url: "sqlite:" + verb.path("office.sqlite"))
    let numbers = try await database.read { reader in
      var numbers: [UInt32] = []
      for table in try reader.tables() {
        for column in table.sealedColumns {
          for row in try reader.rows(
            "SELECT \(raw: column) AS sealed FROM \(raw: table.name) WHERE \(raw: column) IS NOT NULL")
          {
            numbers.append(try KeyRing.keyNumber(of: row.get("sealed")))
          }
        }
      }
      return numbers
    }
    await database.close()
    #expect(numbers.count > 20 && Set(numbers) == [2])
    // The old key alone opens nothing that was written since; the new one opens every file.
    let files =
      FileManager.default.enumerator(atPath: verb.path("office.sqlite.d/files"))?.compactMap { $0 as? String } ?? []
    let sealed = files.compactMap { FileManager.default.contents(atPath: verb.path("office.sqlite.d/files/\($0)")) }
      .filter { $0.count > 56 }
    #expect(!sealed.isEmpty && sealed.allSatisfy { $0[4..<8].elementsEqual([0, 0, 0, 2]) })
  }
}

extension Verb {
  /// Changes the office's database behind its back.
  func change(_ statement: SQL) async throws {
    let database = try await openDatabase(url: "sqlite:" + path("office.sqlite"))
    try await database.write(serial: nil) { tx in _ = try tx.run(statement) }
    await database.close()
  }
}
