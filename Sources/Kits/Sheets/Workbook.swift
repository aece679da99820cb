import Localization

/// The parts of a workbook, found by following its relationships as the format wants, not by their usual names.
struct Workbook {
  struct SheetPart {
    let name: String
    let path: String
    let isVisible: Bool
  }

  let sheets: [SheetPart]
  let sharedStrings: String?
  let styles: String?
  let countsFrom1904: Bool

  init(_ archive: ZipReader) throws(SheetError) {
    let top = try Relationships.read("_rels/.rels", base: "", from: archive)
    guard let path = top.target(ofType: "/officeDocument"), let bytes = try archive.read(path) else {
      throw SheetError(.file, Text("不是XLSX工作簿。", "not an XLSX workbook."))
    }
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let (folder, file) = (path[..<slash], path[slash...])
    let parts = try Relationships.read("\(folder)_rels/\(file).rels", base: String(folder), from: archive)
    let list = try XMLScan.run(bytes, entry: path, into: WorkbookParser())
    sheets = list.sheets.compactMap { sheet in
      parts.target(ofID: sheet.id, type: "/worksheet").map {
        SheetPart(name: sheet.name, path: $0, isVisible: sheet.isVisible)
      }
    }
    sharedStrings = parts.target(ofType: "/sharedStrings")
    styles = parts.target(ofType: "/styles")
    countsFrom1904 = list.countsFrom1904
    guard !sheets.isEmpty else {
      throw SheetError(.file, Text("工作簿里没有工作表。", "the workbook has no worksheet."))
    }
  }
}

private struct WorkbookParser: XMLHandler {
  var sheets: [(name: String, id: String, isVisible: Bool)] = []
  var countsFrom1904 = false

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sheet":
      let id = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
      sheets.append((attributes["name"] ?? "", id, attributes["state", default: "visible"] == "visible"))
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ name: String) {}
}
