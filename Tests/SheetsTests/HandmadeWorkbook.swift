import Sheets

/// The smallest workbook, for what no library would write.
struct HandmadeWorkbook {
  var row: String
  var strings: String?
  var styles: String?
  var contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  var more: [(name: String, bytes: [UInt8])] = []

  func bytes() throws -> [UInt8] {
    let scratch = try Scratch()
    let zip = try ZipWriter(path: scratch.path("a.xlsx"))
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(contentType)\"/></Types>"
    var parts: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", types),
      ("_rels/.rels", relations([("r1", "\(relation)/officeDocument", "/xl/workbook.xml")])),
      ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        relations([
          ("r1", "\(relation)/worksheet", "a.xml"), ("r2", "\(relation)/sharedStrings", "s.xml"),
          ("r3", "\(relation)/styles", "styles.xml"),
        ])
      ),
      ("xl/a.xml", "<worksheet><sheetData><row>\(row)</row></sheetData></worksheet>"),
    ].map { ($0.0, Array($0.1.utf8)) }
    if let strings { parts.append(("xl/s.xml", Array(strings.utf8))) }
    if let styles { parts.append(("xl/styles.xml", Array(styles.utf8))) }
    for part in parts + more { try zip.add(part.name, bytes: part.bytes, modified: 0) }
    try zip.finish()
    return try scratch.bytes("a.xlsx")
  }

  private func relations(_ all: [(id: String, type: String, target: String)]) -> String {
    let items = all.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }
    return "<Relationships>\(items.joined())</Relationships>"
  }
}
