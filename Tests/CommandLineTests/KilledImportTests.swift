import Foundation
import Testing

/// 中断的导入 · An import that is killed half way leaves nothing, and can be run again.
@Suite struct KilledImportTests {
  @Test func leavesNothingAndCanBeRunAgain() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let head = "number,track,form,cause,recipient,township,accepted_on,undertaker,undertaker_kind,unit"
    let rows = (1...3000).map {
      "旧〔2015〕\($0)号,civil,civilLitigationAgency,追索劳动报酬,受援人\($0),城关镇,2015-03-02,张静,lawFirmLawyer,禾城律师事务所"
    }
    let ledger = try verb.file("ledger.csv", ([head] + rows).joined(separator: "\n"))
    let office = "sqlite:\(verb.folder.path)/office.sqlite"
    let (process, _, _) = try verb.start(["import", "cases", ledger, "--database", office], false)
    // Killed as soon as it writes: the write-ahead log has begun to grow.
    let log = verb.folder.path + "/office.sqlite-wal"
    while process.isRunning, (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0 < 100_000
    {}
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    let counted = try verb.run("indicators", "--year", "2015", "--cases", "K0", "--format", "json")
    let known = ((counted.json as? [String: Any])?["numerator"] as? [Any])?.count
    #expect(known == 0 || known == 3000)
    #expect(try verb.run("verify").status == 0)
    #expect(try verb.run("import", "cases", ledger).status == 0)
    let after = try verb.run("indicators", "--year", "2015", "--cases", "K0", "--format", "json")
    #expect(((after.json as? [String: Any])?["numerator"] as? [Any])?.count == 3000)
  }
}
