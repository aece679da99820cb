import Localization

/// 电子表格读取 · XLSX reader: the values of one sheet with their row numbers; formulas give their stored results.
///
/// Days by their number format read `YYYY-MM-DD`, booleans `true` and `false`, numbers at Excel's fifteen digits.
/// Rows without any value are passed over. Refuses macros, encrypted and old binary workbooks, and whatever
/// `ZipReader` refuses.
package struct XLSXReader {
  package let sheetNames: [String]
  private let archive: ZipReader
  private let workbook: Workbook

  package init(_ bytes: [UInt8], limits: ZipReader.Limits = ZipReader.Limits()) throws(SheetError) {
    try Self.refuseCompoundFile(bytes)
    let archive = try ZipReader(bytes, limits: limits)
    try Self.refuseMacros(in: archive)
    self.archive = archive
    workbook = try Workbook(archive)
    sheetNames = workbook.sheets.map(\.name)
  }

  /// The first visible sheet, or the one of that name.
  package func records(sheet name: String? = nil) throws(SheetError) -> [Record] {
    let sheets = workbook.sheets
    let sheet =
      if let name { sheets.first { $0.name == name } } else { sheets.first(where: \.isVisible) ?? sheets.first }
    guard let sheet, let bytes = try archive.read(sheet.path) else {
      let wanted = name ?? "1"
      throw SheetError(.file, Text("没有名为“\(wanted)”的工作表。", "there is no sheet \(wanted)."))
    }
    let parser = WorksheetParser(strings: try sharedStrings(), styles: try styles())
    return try XMLScan.run(bytes, entry: sheet.path, into: parser).records
  }

  private func sharedStrings() throws(SheetError) -> [String] {
    guard let path = workbook.sharedStrings, let bytes = try archive.read(path) else { return [] }
    return try XMLScan.run(bytes, entry: path, into: SharedStrings()).strings
  }

  private func styles() throws(SheetError) -> NumberStyles {
    let standard = NumberStyles(countsFrom1904: workbook.countsFrom1904)
    guard let path = workbook.styles, let bytes = try archive.read(path) else { return standard }
    return try XMLScan.run(bytes, entry: path, into: standard)
  }

  /// Passwords and the format before 2007 both come as an OLE compound file.
  private static func refuseCompoundFile(_ bytes: [UInt8]) throws(SheetError) {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return }
    let marker: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    guard bytes.firstRange(of: marker) == nil else {
      throw SheetError(
        .file, Text("工作簿已加密，请去除密码后重试。", "the workbook is encrypted; remove the password and try again."))
    }
    throw SheetError(
      .file, Text("这是旧式XLS文件，请另存为XLSX。", "this is an old XLS workbook; save it as XLSX."))
  }

  private static func refuseMacros(in archive: ZipReader) throws(SheetError) {
    let types = try archive.read("[Content_Types].xml") ?? []
    let hasMacroPart = archive.entries.contains {
      let name = $0.name.lowercased()
      return name.hasSuffix("vbaproject.bin") || name.contains("/macrosheets/")
    }
    guard !hasMacroPart, types.firstRange(of: Array("macroEnabled".utf8)) == nil else {
      throw SheetError(.file, Text("含有宏，拒绝读取。请另存为XLSX。", "it holds macros and is not read. Save it as XLSX."))
    }
  }
}
