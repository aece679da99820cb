import Sheets
import Testing

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("-12.50", "-12.50"), ("+8613800000000", "+8613800000000"),
    ("-", "'-"), ("a=b", "a=b"), ("=\u{301}1", "'=\u{301}1"), ("\n=1", "\"'\n=1\""), ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"), ("－1", "'－1"), ("＠SUM(A1)", "'＠SUM(A1)"), ("a＝b", "a＝b"),
  ])
  func aTextThatWouldRunIsDisarmed(_ text: String, _ line: String) {
    #expect(CSVWriter().line([.text(text)]) == line + "\r\n")
  }

  @Test func theMarkAndTheGuardCanBeLeftOut() {
    let writer = CSVWriter(byteOrderMark: false, guardsFormulas: false)
    #expect(writer.bytes([["=1"]]) == Array("=1\r\n".utf8))
    #expect(CSVWriter().bytes([]) == [0xEF, 0xBB, 0xBF])
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let rows = [["a,b", "c\"d", "e\r\nf"], [""], ["", ""], [" x ", "😀", "，\u{301}"], ["\"", "\n", "\u{2028}"]]
    let bytes = CSVWriter(guardsFormulas: false).bytes(rows.map { $0.map(Cell.text) })
    #expect(try CSVReader.records(bytes).map(\.fields) == rows)
  }

  @Test func pythonReadsTheSame() throws {
    let scratch = try Scratch()
    let rows = [["姓名", "a,b"], ["赵\"春兰", "一\r\n二"], ["", ""], ["𠮷", "-1.5"]]
    let path = try scratch.write(CSVWriter().bytes(rows.map { $0.map(Cell.text) }), "a.csv")
    let script = """
      import csv, json, sys
      print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), strict=True))))
      """
    #expect(try Python.run(script, [path], as: [[String]].self) == rows)
  }

  @Test func controlCharactersAreReplaced() throws {
    let bytes = CSVWriter(byteOrderMark: false).bytes([["a\0b\u{1B}[31m\u{9B}c\td"]])
    #expect(String(decoding: bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}c\td\r\n")
  }
}
