import Foundation
import Localization
import Sheets
import Testing

@Suite struct XLSXWriterTests {
  private let columns = [
    Column("name", Text("姓名", "Name")), Column("count", Text("件数", "Cases")),
    Column("share", Text("占比", "Share"), width: 30), Column("day", Text("受理日", "Accepted")),
  ]

  private func bytes(_ rows: [[Cell]], title: Text = Text("台账", "Ledger")) throws -> [UInt8] {
    try XLSXWriter.bytes(
      Sheet(title: title, columns: columns, rows: rows), language: .zh, created: 1_460_000_000)
  }

  private struct Found: Decodable {
    let sheet: String
    let cells: [[String]]
    let formats: [[String]]
    let bold: [Bool]
    let freeze: String
    let filter: String
    let width: Double
  }

  private func read(_ bytes: [UInt8]) throws -> Found {
    let scratch = try Scratch()
    let script = """
      import openpyxl, json, sys
      ws = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
      rows = list(ws.iter_rows())
      print(json.dumps({
        "sheet": ws.title, "cells": [[f"{c.data_type}:{c.value}" for c in r] for r in rows],
        "formats": [[c.number_format for c in r] for r in rows], "bold": [bool(r[0].font.b) for r in rows],
        "freeze": ws.freeze_panes, "filter": ws.auto_filter.ref, "width": ws.column_dimensions["C"].width}))
      """
    return try Python.run(script, [try scratch.write(bytes, "a.xlsx")])
  }

  @Test func openpyxlReadsTheSame() throws {
    let found = try read(
      try bytes([
        ["赵春兰𠮷😀", 12, .decimal("12.0023"), .day("2016-03-07")], [.empty, -3, .decimal("0.50"), .empty],
      ]))
    #expect(found.sheet == "台账")
    #expect(
      found.cells == [
        ["s:姓名", "s:件数", "s:占比", "s:受理日"],
        ["s:赵春兰𠮷😀", "n:12", "n:12.0023", "d:2016-03-07 00:00:00"], ["n:None", "n:-3", "n:0.5", "n:None"],
      ])
    #expect(found.formats[1][2...] == ["0.0000", "yyyy-mm-dd"])
    #expect(found.formats[2][2] == "0.00")
    #expect(found.bold == [true, false, false])
    #expect(found.freeze == "A2")
    #expect(found.filter == "A1:D3")
    #expect((30..<31).contains(found.width))
  }

  @Test(arguments: ["=1+1", "+1+1", "@SUM(A1)", "{=1}", "http://example.org", "mailto:a@b", "<b>&amp;", " x "])
  func dataIsNeverAFormula(_ text: String) throws {
    #expect(try read(try bytes([[.text(text)]])).cells[1][0] == "s:\(text)")
  }

  @Test func whatExcelWouldBendIsText() throws {
    let cells: [Cell] = [
      .integer(3_209_991_970_021_821), .decimal("1234567890.1234567"), .day("1899-05-01"), .day("2016-02-30"),
    ]
    let found = try read(try bytes([cells])).cells[1]
    #expect(found == ["s:3209991970021821", "s:1234567890.1234567", "s:1899-05-01", "s:2016-02-30"])
  }

  @Test func ourReaderReadsItBack() throws {
    let awkward = "a\0b_x0041_ \u{1F}\n<&>"
    let rows: [[Cell]] = [[.text(awkward), 7, .decimal("1.50"), .day("2016-02-29")]]
    let records = try XLSXReader(try bytes(rows)).records()
    #expect(records.map(\.line) == [1, 2])
    #expect(records[1].fields == ["a\u{FFFD}b_x0041_ \u{FFFD}\n<&>", "7", "1.5", "2016-02-29"])
  }

  @Test func equalDataGivesEqualBytes() throws {
    #expect(try bytes([["a", 1]]) == bytes([["a", 1]]))
  }

  @Test func aTextTooLongIsRefusedWithItsPlace() throws {
    let error = #expect(throws: SheetError.self) {
      try bytes([["a"], ["b", .text(String(repeating: "长", count: 32_768))]])
    }
    #expect(error?.place == .cell(row: 3, column: 2))
    #expect(throws: SheetError.self) { try bytes([[.text(String(repeating: "𠮷", count: 20_000))]]) }
    #expect(try read(try bytes([[.text(String(repeating: "长", count: 32_767))]])).cells.count == 2)
  }

  @Test func aTitleBecomesASheetNameThatExcelTakes() throws {
    #expect(try read(try bytes([], title: Text("[2016]:a/b", "x"))).sheet == " 2016  a b")
    #expect(try read(try bytes([], title: Text(String(repeating: "案", count: 40), "x"))).sheet.count == 31)
    #expect(try read(try bytes([], title: Text("", "x"))).sheet == "Sheet1")
  }

  @Test func aFileThatCannotBeWrittenIsAnError() throws {
    let scratch = try Scratch()
    #expect(throws: SheetError.self) {
      try XLSXWriter(
        path: scratch.path("none/a.xlsx"), title: Text("表", "Table"), columns: columns, language: .en, created: 0)
    }
  }
}
