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
}
