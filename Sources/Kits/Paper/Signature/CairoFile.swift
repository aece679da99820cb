/// The structure of a PDF as cairo writes it: version 1.4, one classic cross-reference table, no updates. Anything
/// else is refused: what is signed is only ever what this kit has drawn.
struct CairoFile {
  let bytes: [UInt8]
  /// Where the cross-reference table begins.
  let table: Int
  /// One more than the highest object number.
  let size: Int
  let root: Int
  let info: Int
  private let offsets: [Int]

  init(_ bytes: [UInt8]) throws {
    guard bytes.starts(with: "%PDF-1.4".utf8) else { throw PaperError.unsupportedPDF("not PDF 1.4") }
    guard let mark = bytes.lastRange(of: "startxref\n"), let table = bytes.integer(at: mark.upperBound),
      bytes.hasBytes("xref\n0 ", at: table), let count = bytes.integer(at: table + 7)
    else { throw PaperError.unsupportedPDF("no classic cross-reference table") }
    let trailer = bytes[table...]
    guard !trailer.containsBytes("/Prev"), !trailer.containsBytes("/Encrypt") else {
      throw PaperError.unsupportedPDF("updated or encrypted before")
    }
    guard let size = trailer.integer(after: "/Size "), let root = trailer.integer(after: "/Root "),
      let info = trailer.integer(after: "/Info "), size == count
    else { throw PaperError.unsupportedPDF("trailer") }
    (self.bytes, self.table, self.size, self.root, self.info) = (bytes, table, size, root, info)
    offsets = try Self.offsets(in: bytes, table: table, count: count)
  }

  /// The first page's object number.
  func firstPage() throws -> Int {
    let catalog = try dictionary(of: root)
    guard let pages = catalog[...].integer(after: "/Pages "),
      let page = try dictionary(of: pages)[...].integer(after: "/Kids [ ")
    else { throw PaperError.unsupportedPDF("no page") }
    return page
  }

  /// What stands between the outermost `<<` and `>>` of an object that is a dictionary.
  func dictionary(of object: Int) throws -> [UInt8] {
    guard offsets.indices.contains(object), bytes.hasBytes("\(object) 0 obj\n<<", at: offsets[object]),
      let end = bytes[offsets[object]...].firstRange(of: Array("\nendobj".utf8)),
      bytes.hasBytes(">>", at: end.lowerBound - 2)
    else { throw PaperError.unsupportedPDF("object \(object)") }
    let start = offsets[object] + "\(object) 0 obj\n<<".utf8.count
    return Array(bytes[start..<end.lowerBound - 2])
  }

  /// Each entry has twenty bytes, the first ten of them the offset.
  private static func offsets(in bytes: [UInt8], table: Int, count: Int) throws -> [Int] {
    let first = table + "xref\n0 \(count)\n".utf8.count
    guard first + 20 * count < bytes.count else { throw PaperError.unsupportedPDF("cross-reference table") }
    return try (0..<count).map { entry in
      guard let offset = bytes.integer(at: first + 20 * entry), offset < bytes.count else {
        throw PaperError.unsupportedPDF("cross-reference table")
      }
      return offset
    }
  }
}
