import Localization
import Sheets
import Testing

@Suite struct RefusalTests {
  private func reason(_ bytes: [UInt8], _ limits: ZipReader.Limits = ZipReader.Limits()) -> String? {
    let error = #expect(throws: SheetError.self) { try XLSXReader(bytes, limits: limits).records() }
    #expect(error?.reason.en.isEmpty == false)
    return error?.reason.zh
  }

  @Test(arguments: [
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
  ])
  func macrosAreRefusedByType(_ type: String) throws {
    #expect(reason(try HandmadeWorkbook(row: "", contentType: type).bytes())?.contains("宏") == true)
  }

  @Test(arguments: ["xl/vbaProject.bin", "word/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
  func macrosAreRefusedByPart(_ part: String) throws {
    #expect(reason(try HandmadeWorkbook(row: "", more: [(part, [1])]).bytes())?.contains("宏") == true)
  }

  @Test func encryptedAndOldWorkbooksAreToldApart() throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let marker: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(reason(compound + marker)?.contains("加密") == true)
    #expect(reason(compound)?.contains("XLS") == true)
  }

  @Test func anEncryptedEntryIsRefused() throws {
    var bytes = try HandmadeWorkbook(row: "").bytes()
    // Bit 0 of the flags in the central directory says encrypted.
    let header = try #require(bytes.firstRange(of: Array("PK\u{1}\u{2}".utf8)))
    bytes[header.lowerBound + 8] |= 1
    #expect(reason(bytes)?.contains("加密") == true)
  }

  @Test func aZipBombIsRefused() throws {
    let zeros = [UInt8](repeating: 0, count: 20 << 20)
    let bytes = try HandmadeWorkbook(row: "", more: [("xl/big.xml", zeros)]).bytes()
    #expect(bytes.count < 64 << 10)
    #expect(reason(bytes)?.contains("压缩比") == true)
    var limits = ZipReader.Limits()
    limits.ratio = .max
    limits.entrySize = 10 << 20
    #expect(reason(bytes, limits)?.contains("过大") == true)
    limits.entrySize = .max
    limits.totalSize = 15 << 20
    #expect(reason(bytes, limits)?.contains("过大") == true)
  }

  @Test func anEntryThatLiesAboutItsSizeIsRefused() throws {
    var bytes = try HandmadeWorkbook(row: "", more: [("xl/z.xml", [UInt8](repeating: 0, count: 4000))]).bytes()
    let name = Array("xl/z.xml".utf8)
    let last = try #require(bytes.indices.last { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(last - 22..<last - 18, with: [10, 0, 0, 0])
    let reader = try ZipReader(bytes)
    #expect(throws: SheetError.self) { try reader.read("xl/z.xml") }
  }

  @Test func tooManyEntriesAreRefused() throws {
    let more = (0..<5000).map { (name: "e/\($0)", bytes: [UInt8]()) }
    #expect(reason(try HandmadeWorkbook(row: "", more: more).bytes())?.contains("过多") == true)
  }

  @Test(arguments: [[], Array("PK\u{3}\u{4}rubbish".utf8), Array("姓名,件数".utf8)] as [[UInt8]])
  func whatIsNoArchiveIsRefused(_ bytes: [UInt8]) {
    #expect(reason(bytes)?.contains("ZIP") == true)
  }

  @Test func anArchiveThatIsNoWorkbookIsRefused() throws {
    let scratch = try Scratch()
    let zip = try ZipWriter(path: scratch.path("a.zip"))
    try zip.add("a.txt", bytes: [1], modified: 0)
    try zip.finish()
    #expect(reason(try scratch.bytes("a.zip"))?.contains("工作簿") == true)
  }

  /// A cell within a cell, and a row within a cell, once stopped the program.
  @Test(arguments: [
    "<c r=\"A1\"><c r=\"B1\"><v>1</v></c></c>", "<c r=\"E1\"><row r=\"2\"/><v>1</v></c>",
    "<row r=\"2\"><c><v>1</v></c></row>",
  ])
  func cellsWithinCellsAreRefused(_ row: String) throws {
    #expect(reason(try HandmadeWorkbook(row: row).bytes())?.contains("损坏") == true)
  }

  /// Entities that multiply, also where the document type hides behind another encoding.
  @Test(arguments: [nil, "utf-16le", "utf-16be", "utf-7", "broken"])
  func documentTypesAreRefusedInEveryEncoding(_ encoding: String?) throws {
    let laughs = """
      <!DOCTYPE sst [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <sst><si><t>&c;</t></si></sst>
      """
    let bytes: [UInt8] =
      switch encoding {
      case "utf-16le": laughs.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf-16be": laughs.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "utf-7":
        Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?>".utf8)
          + Array(laughs.replacing("<!DOCTYPE", with: "+ADwAIQ-DOCTYPE").utf8)
      case "broken": Array("<?xml version=\"1.0\" encoding=UTF-7?>".utf8) + Array(laughs.utf8)
      default: Array(laughs.utf8)
      }
    var book = HandmadeWorkbook(row: "<c t=\"s\"><v>0</v></c>")
    book.more = [("xl/s.xml", bytes)]
    #expect(reason(try book.bytes())?.contains("不接受") == true)
  }

  /// An empty one stops Foundation's parser, and the program with it.
  @Test(arguments: ["<?x?>", "<?xml?>", "<?x y?>"])
  func processingInstructionsAreRefused(_ instruction: String) throws {
    #expect(reason(try HandmadeWorkbook(row: instruction).bytes())?.contains("不接受") == true)
  }

  @Test func formatsTooLongOrTooManyAreRefused() throws {
    let long = "<numFmt numFmtId=\"200\" formatCode=\"\(String(repeating: "[", count: 100_000))\"/>"
    let many = (0..<3_000).map { "<numFmt numFmtId=\"\($0)\" formatCode=\"0\"/>" }.joined()
    for formats in [long, many] {
      var book = HandmadeWorkbook(row: "")
      book.styles = "<styleSheet><numFmts>\(formats)</numFmts></styleSheet>"
      #expect(reason(try book.bytes())?.contains("格式过多") == true)
    }
  }

  /// As large as its limits allow, an archive in an archive is never opened: an entry is only read by its name.
  @Test func anArchiveWithinAnArchiveIsNoWorkbook() throws {
    let inner = try HandmadeWorkbook(row: "<c><v>1</v></c>").bytes()
    let scratch = try Scratch()
    let zip = try ZipWriter(path: scratch.path("a.zip"))
    for index in 0..<16 { try zip.add("lib \(index).zip", bytes: inner, modified: 0) }
    try zip.finish()
    #expect(reason(try scratch.bytes("a.zip"))?.contains("工作簿") == true)
  }

  /// Every entry of the directory points to the same bytes: the sum of what they claim is what counts.
  @Test func entriesThatShareTheirBytesAreCountedEach() throws {
    var limits = ZipReader.Limits()
    limits.totalSize = 100_000
    let more = (0..<4).map {
      (name: "e/\($0)", bytes: (0..<30_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
    }
    var bytes = try HandmadeWorkbook(row: "", more: more).bytes()
    let first = try #require(bytes.firstRange(of: Array("PK\u{3}\u{4}".utf8)))
    var from = bytes.startIndex
    while let header = bytes[from...].firstRange(of: Array("PK\u{1}\u{2}".utf8)) {
      bytes.replaceSubrange(
        header.lowerBound + 42..<header.lowerBound + 46, with: [UInt8(first.lowerBound), 0, 0, 0])
      from = header.upperBound
    }
    #expect(reason(bytes, limits)?.contains("过大") == true)
    #expect(reason(bytes) != nil)
  }
}
