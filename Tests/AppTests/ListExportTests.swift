import App
import Foundation
import TestSupport
import Testing

/// 导出表格 · A list as a workbook: exactly what its filter shows, as it is shown, and never a formula.
@Suite(.timeLimit(.minutes(5))) struct ListExportTests {
  @Test func aWorkbookHoldsWhatTheFilterShows() async throws {
    let office = try await TestOffice.withHardshipLine()
    let (python, scratch) = (Self.python, try Scratch())
    try await office.browse { open in
      let desks = Desks(office, open)
      for serial in 1...2 {
        var walk = Walk(desks, .chinese, serial: serial)
        try await walk.go(to: serial == 1 ? .register : .approve)
      }
      let browser = open()
      try await browser.signIn("director")
      for (list, rows) in [("/applications", 2), ("/applications?state=received", 1), ("/cases", 1)] {
        let page = try await browser.get(list)
        let link = try #require(try page.links().first { $0.contains("format=xlsx") })
        let book = try await browser.get(link)
        let file = try scratch.write(book.bytes, "list.xlsx")
        let lines = try Tool.run(
          python, "-c",
          """
          import openpyxl, sys
          sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
          cells = [cell for row in sheet for cell in row]
          print(sheet.max_row - 1, any(cell.data_type == "f" for cell in cells))
          print("|".join(str(cell.value) for cell in sheet[2]))
          """, file
        ).text.split(separator: "\n").map(String.init)
        #expect(lines.first == "\(rows) False", "\(list): \(lines)")
        for value in (lines.last ?? "").split(separator: "|") where value != "None" {
          #expect(try page.words().contains(value), "\(list): \(value)")
        }
      }
    }
  }

  private static let python =
    ProcessInfo.processInfo.environment["LEGALAID_PYTHON"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin/python").standardized
    .path
}
