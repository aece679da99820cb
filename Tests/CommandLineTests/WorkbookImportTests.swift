import Foundation
import TestSupport
import Testing

/// 工作簿导入 · An old ledger as a workbook that another program wrote; what is wrong is told by its row.
@Suite struct WorkbookImportTests {
  @Test func aWorkbookIsImportedAndItsFaultsNameTheirRows() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let (good, bad) = (verb.path("good.xlsx"), verb.path("bad.xlsx"))
    try write(["旧1号", "旧2号"], days: ["2015-03-02", "2015-03-03"], to: good)
    try write(["旧3号", "旧4号", "旧5号"], days: ["2015-03-02", "2015-02-30", ""], to: bad)
    let imported = try verb.run("import", "cases", good)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output.contains("imported: 2"))
    let refused = try verb.run("import", "cases", bad)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("bad.xlsx:3: accepted_on") && refused.errors.contains("bad.xlsx:4: accepted_on"))
    #expect(!refused.errors.contains("bad.xlsx:2:"))
    #expect(refused.output.contains("imported: 0"))
  }

  /// Days are real days where they can be, as a spreadsheet keeps them.
  private func write(_ numbers: [String], days: [String], to path: String) throws {
    let program = """
      import sys, json, datetime, openpyxl
      path, numbers, days = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
      book = openpyxl.Workbook(); sheet = book.active
      sheet.append(["number", "track", "form", "cause", "recipient", "accepted_on"])
      for number, day in zip(numbers, days):
          try: day = datetime.date.fromisoformat(day)
          except ValueError: pass
          sheet.append([number, "civil", "civilLitigationAgency", "追索劳动报酬", "赵春兰", day])
      book.save(path)
      """
    let process = Process()
    process.executableURL = Checkout.root.appending(path: ".venv/bin/python")
    process.arguments =
      try ["-c", program, path]
      + [numbers, days].map {
        String(decoding: try JSONEncoder().encode($0), as: UTF8.self)
      }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
