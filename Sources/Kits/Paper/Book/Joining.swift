extension PaperPress {
  /// 合并 · Joins papers into one PDF for the printer, each whole and as it is, in their order; nothing is set on their pages.
  /// Their signatures do not survive: the sealed originals are kept.
  package func join(_ files: [[UInt8]]) throws -> [UInt8] {
    let joined = try PDFDocument()
    for file in files { try joined.append(PDFDocument(file)) }
    return try joined.write()
  }
}
