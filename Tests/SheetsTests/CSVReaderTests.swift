import Localization
import Sheets
import Testing

@Suite struct CSVReaderTests {
  private func records(_ text: String) throws -> [Record] { try CSVReader.records(Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aRecordCarriesTheLineOnWhichItBegins(_ end: String) throws {
    let text = ["号,事实", "1,\"一行", "二行\"", "", "2,a", "3,\"x", "", "y\"", "4,b"].joined(separator: end)
    let records = try records(text)
    #expect(records.map(\.line) == [1, 2, 5, 6, 9])
    #expect(records[1].fields == ["1", "一行\(end)二行"])
    #expect(records[3].fields == ["3", "x\(end)\(end)y"])
  }

  @Test func raggedRowsStayAsTheyAre() throws {
    #expect(try records("a,b\n1\n1,2,3\n,\n").map(\.fields) == [["a", "b"], ["1"], ["1", "2", "3"], ["", ""]])
  }

  @Test(arguments: [
    ("a,", ["a", ""]), (" a , b ", [" a ", " b "]), ("\"\"", [""]), ("\"a\"\"b\",c", ["a\"b", "c"]),
    ("a,\u{301}b", ["a", "\u{301}b"]), ("a\u{2028}b,c", ["a\u{2028}b", "c"]), ("😀,𠮷", ["😀", "𠮷"]),
    ("\"\u{301}a\",b", ["\u{301}a", "b"]),
  ])
  func fieldsAreKeptToTheScalar(_ text: String, _ fields: [String]) throws {
    let found = try #require(try records(text).first).fields
    #expect(found.map { Array($0.unicodeScalars) } == fields.map { Array($0.unicodeScalars) })
  }

  @Test(arguments: [
    ("a,b\n1,x\"y", 2, 4), ("a\n\"x\"y", 2, 4), ("a\n\n\"x\ny,z", 3, 1), ("甲,乙\n一二,\"三\" ", 2, 7),
    ("a,b\n\"p\nq\"r,s", 3, 3), ("a\nb\0c", 2, 2), ("a\n\"b\n\0\"", 3, 1),
  ])
  func aFaultIsNamedWithItsPlace(_ text: String, _ line: Int, _ column: Int) throws {
    let error = #expect(throws: SheetError.self) { try records(text) }
    #expect(error?.place == .line(line, column: column))
    #expect(error?.message.zh.hasPrefix("第\(line)行第\(column)个字符：") == true)
  }

  @Test func recordsBeforeAFaultCanBeRead() throws {
    var reader = CSVReader("a\nb\nc\"")
    #expect(try reader.next()?.fields == ["a"])
    #expect(try reader.next()?.fields == ["b"])
    #expect(throws: SheetError.self) { try reader.next() }
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"]) func nothingIsNoRecords(_ text: String) throws {
    #expect(try records(text).isEmpty)
  }

  @Test func aCellOfTenMegabytesAndAHundredThousandLinesAreRead() throws {
    let cell = String(repeating: "很长,\"\n", count: 1_250_000)
    let bytes = CSVWriter().bytes([["k", .text(cell)]]) + Array(String(repeating: "x,y\r\n", count: 100_000).utf8)
    let records = try CSVReader.records(bytes)
    #expect(records.first?.fields.last == cell)
    #expect(records.last == Record(line: 1_350_001, fields: ["x", "y"]))
  }
}
