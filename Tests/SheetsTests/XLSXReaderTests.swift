import Foundation
import Sheets
import Testing

@Suite struct XLSXReaderTests {
  /// A workbook that openpyxl makes with the given lines, where `wb` is the workbook and `ws` its first sheet.
  private func workbook(_ lines: String) throws -> [UInt8] {
    let scratch = try Scratch()
    let script = """
      import openpyxl, datetime, json, sys
      wb = openpyxl.Workbook(); ws = wb.active
      \(lines)
      wb.save(sys.argv[1]); print("0")
      """
    _ = try Python.run(script, [scratch.path("a.xlsx")], as: Int.self)
    return try scratch.bytes("a.xlsx")
  }

  @Test func valuesOfEveryKindAreRead() throws {
    let bytes = try workbook(
      """
      ws.append(["姓名𠮷😀", 12, 18640.5, 0.1 + 0.2, True, False, None, 1e-7, 320999197002182183])
      """)
    // Excel itself keeps fifteen digits.
    let fields = try XLSXReader(bytes).records()[0].fields
    #expect(
      fields == ["姓名𠮷😀", "12", "18640.5", "0.3", "true", "false", "", "0.0000001", "320999197002182000"])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "2016-03-07"), ("yyyy\"年\"m\"月\"d\"日\"", "2016-03-07"), ("[$-804]m/d/yy;@", "2016-03-07"),
    ("mmm", "2016-03-07"), ("mm-dd-yy", "2016-03-07"), ("yyyy-mm-dd hh:mm", "2016-03-07 09:30:00"),
    ("0.00", "42436.3958333333"), ("General", "42436.3958333333"), ("[Red]0.00\"day\"", "42436.3958333333"),
    ("0.00E+00", "42436.3958333333"), ("\\d0", "42436.3958333333"),
  ])
  func daysAreKnownByTheirFormat(_ format: String, _ text: String) throws {
    let bytes = try workbook(
      """
      ws["A1"] = 42436.395833333336; ws["A1"].number_format = '\(format)'
      """)
    #expect(try XLSXReader(bytes).records()[0].fields == [text])
  }

  @Test func theEdgesOfTheCalendarHold() throws {
    let days = "[1, 59, 60, 61, 73050, 2958465, 2958466, 0.5]"
    let lines = """
      for i, v in enumerate(\(days)): ws.cell(1, i + 1, v).number_format = "yyyy-mm-dd" if v > 0.5 else "h:mm"
      """
    #expect(
      try XLSXReader(try workbook(lines)).records()[0].fields
        == ["1900-01-01", "1900-02-28", "60", "1900-03-01", "2099-12-31", "9999-12-31", "2958466", "12:00:00"])
    let mac = try workbook(
      "wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904; ws.append([datetime.date(2016, 2, 29)])")
    #expect(try XLSXReader(mac).records()[0].fields == ["2016-02-29"])
  }

  @Test func rowNumbersAndGapsAreKept() throws {
    let bytes = try workbook("ws['A1'] = 'h'; ws['C4'] = 'x'; ws['A9'].number_format = '0.00'; ws['B10'] = 'y'")
    #expect(
      try XLSXReader(bytes).records() == [
        Record(line: 1, fields: ["h"]), Record(line: 4, fields: ["", "", "x"]),
        Record(line: 10, fields: ["", "y"]),
      ])
  }

  @Test func theFirstVisibleSheetOrTheNamedOneIsRead() throws {
    let bytes = try workbook(
      """
      ws.title = "字典"; ws["A1"] = 1; ws.sheet_state = "hidden"
      wb.create_sheet("台账")["A1"] = 2; wb.active = 1
      """)
    let reader = try XLSXReader(bytes)
    #expect(reader.sheetNames == ["字典", "台账"])
    #expect(try reader.records()[0].fields == ["2"])
    #expect(try reader.records(sheet: "字典")[0].fields == ["1"])
    #expect(throws: SheetError.self) { try reader.records(sheet: "无") }
  }

  @Test func richInlineAndPhoneticTextsAreJoined() throws {
    let strings = """
      <sst><si><r><t>赵</t></r><r><t xml:space="preserve"> 春兰</t></r><rPh sb="0" eb="1"><t>zhao</t></rPh></si></sst>
      """
    let cells = """
      <c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a&amp;</t></r><r><t>b_x000A_</t></r></is></c>\
      <c t="str"><f>1+1</f><v>二</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2016-03-07T00:00:00</v></c>
      """
    let bytes = try HandmadeWorkbook(row: cells, strings: strings).bytes()
    #expect(try XLSXReader(bytes).records()[0].fields == ["赵 春兰", "a&b\n", "二", "#N/A", "2016-03-07"])
  }

  @Test func aSheetOfTwelveMegabytesIsRead() throws {
    let text = (0..<5000).map { "\($0 * 7919)" }.joined(separator: " ")
    let cell = "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    let row = String(repeating: cell, count: 300)
    let fields = try XLSXReader(try HandmadeWorkbook(row: row).bytes()).records()[0].fields
    #expect(row.utf8.count > 12_000_000)
    #expect(fields == Array(repeating: text, count: 300))
  }

  @Test func inputIsToldApartByContent() throws {
    let table = try workbook("ws.append(['a', 'b'])")
    #expect(try TableInput.records(table) == TableInput.records(Array("a,b".utf8)))
  }

  @Test(arguments: [
    "<c t=\"s\"><v>1</v></c>", "<c r=\"ZZZ1\"><v>1</v></c>", "<c r=\"B1\"/><c r=\"A1\"/>", "<c r=\"1\"/>",
    "<c><v>1</c>",
    "<!DOCTYPE x []>",
  ])
  func aDamagedSheetIsAnErrorAndNoTrap(_ cells: String) throws {
    let bytes = try HandmadeWorkbook(row: cells).bytes()
    #expect(throws: SheetError.self) { try XLSXReader(bytes).records() }
  }

  @Test func anyByteMayBeDamaged() throws {
    let whole = try workbook("ws.append(['姓名', 12, datetime.date(2016, 3, 7)])")
    for index in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[index] ^= 0xA5
      _ = try? XLSXReader(bytes).records()
      _ = try? XLSXReader(Array(whole.prefix(index))).records()
    }
  }
}
