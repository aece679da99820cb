/// 表格读入 · Table input: the records of a CSV or XLSX file, told apart by their content and not by their name.
package enum TableInput {
  /// `encoding` is for CSV only; an XLSX file gives its first visible sheet.
  package static func records(
    _ bytes: [UInt8], encoding: TextEncoding? = nil
  ) throws(SheetError) -> [Record] {
    let isZip = bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
    let isCompoundFile = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return isZip || isCompoundFile
      ? try XLSXReader(bytes).records() : try CSVReader.records(bytes, encoding: encoding)
  }
}
