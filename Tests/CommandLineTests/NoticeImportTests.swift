import Foundation
import Testing

/// 导入通知 · The same list by the command line: faults by their rows, all or nothing, once.
@Suite struct NoticeImportVerbTests {
  @Test func aListOfNoticesIsRegisteredOnce() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let header = "机关类别,办案机关,办案机关案号,办案阶段,姓名,涉嫌罪名,通知情形\n"
    let row = "公安机关,青禾县公安局,青公刑字〔2016〕88号,侦查,王二,故意伤害罪,未成年人\n"
    let bad = try verb.file("bad.csv", header + row + row.replacing("侦查", with: "立案"))
    let refused = try verb.run("import", "notices", bad)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("bad.csv:3: 办案阶段 “立案”: "))
    #expect(refused.output.contains("registered: 0"))
    let good = try verb.file("good.csv", header + row)
    #expect(try verb.run("import", "notices", good, "--dry-run").output.contains("registered: 0"))
    let done = try verb.run("import", "notices", good)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains("registered: 1"))
    let again = try verb.run("import", "notices", good)
    #expect(
      again.status == 0 && again.output.contains("registered: 0") && again.output.contains("already there: 1"))
  }
}
