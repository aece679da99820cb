import Foundation
import Localization

@testable import Sheets

extension Parser {
  static let sheets: [Parser] = [
    Parser(
      "text decoding",
      [Array("姓名,件数".utf8), [0xD0, 0xD5, 0xC3, 0xFB], [0x81, 0x30, 0x81, 0x30], [0xFF, 0xFE, 0x41, 0]]
    ) {
      try refusing($0) { _ = try TextDecoding.decode($0) }
    },
    Parser(
      "CSV", texts: ["姓名,件数\r\n\"赵,春\"\"兰\",12\r\n\r\n,\n", "a\rb\r\"x\ny\""],
      words: ["\"", ",", "\r\n", "\n", "\u{0}", "\"\""]
    ) { text in
      try refusing(Array(text.utf8)) { bytes in
        let lines = try CSVReader.records(bytes, encoding: .utf8).map(\.line)
        precondition(zip(lines, lines.dropFirst()).allSatisfy(<), "lines that do not go up")
      }
    },
    Parser(
      "worksheet", texts: [worksheet],
      words: xmlWords + ["<row>", "</row>", "<c>", "</c>", "<v>", " r=\"A1\"", " t=\"s\"", " s=\"1\""],
      weight: 50
    ) { text in
      try refusing(Array(text.utf8)) { bytes in
        var styles = NumberStyles(countsFrom1904: false)
        try styles.start("cellXfs", [:])
        for id in ["0", "14", "22", "46"] { try styles.start("xf", ["numFmtId": id]) }
        let parser = WorksheetParser(strings: ["甲", "乙"], styles: styles)
        _ = try XMLScan.run(bytes, entry: "xl/a.xml", into: parser).records
      }
    },
    Parser(
      "shared strings, styles, relationships", texts: [strings, styles],
      words: xmlWords + ["_x0041_", "_xD800_", "<rPh>", "[", "\\"],
      weight: 50
    ) { text in
      try refusing(Array(text.utf8)) { bytes in
        _ = try? XMLScan.run(bytes, entry: "s", into: SharedStrings())
        _ = try XMLScan.run(bytes, entry: "s", into: NumberStyles(countsFrom1904: true))
      }
    },
    Parser(
      "ZIP, XLSX", archives, words: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "PK\u{6}\u{6}"], weight: 50
    ) {
      try refusing($0) { bytes in
        let archive = try ZipReader(bytes)
        for entry in archive.entries.prefix(20) where entry.size < 1 << 20 { _ = try? archive.read(entry) }
        _ = try XLSXReader(bytes).records()
      }
    },
  ]

  /// Whatever is thrown beside the kit's own refusals is a finding; a refusal says why.
  private static func refusing(_ bytes: [UInt8], _ read: ([UInt8]) throws -> Void) throws -> String? {
    do { try read(bytes) } catch let refusal as SheetError {
      return refusal.message.zh.isEmpty || refusal.message.en.isEmpty ? "a refusal without words" : nil
    }
    return nil
  }

  private static let xmlWords = [
    "<", "/>", "&lt;", "&#x0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE", "<?xml?>",
  ]
  private static let worksheet =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>42436.5</v></c></row>"
    + "<row><c t=\"inlineStr\"><is><t>x_x0041_</t></is></c><c t=\"b\"><v>1</v></c></row></sheetData></worksheet>"
  private static let strings = "<sst><si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh></si></sst>"
  private static let styles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m;@\"/></numFmts>"
    + "<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"

  /// Stored, so that what is changed within is read.
  private static let archives: [[UInt8]] = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.zip").path
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ type: String, _ target: String) -> String {
      "<Relationships><Relationship Id=\"r\" Type=\"\(relation)/\(type)\" Target=\"\(target)\"/></Relationships>"
    }
    let parts = [
      ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
      ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"r\"/></sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", relations("worksheet", "a.xml")), ("xl/a.xml", worksheet),
    ]
    do {
      let zip = try ZipWriter(path: path)
      for (name, text) in parts { try zip.add(name, bytes: Array(text.utf8), modified: 0) }
      try zip.finish()
      return [[UInt8](try Data(contentsOf: URL(filePath: path)))]
    } catch {
      return []
    }
  }()
}
