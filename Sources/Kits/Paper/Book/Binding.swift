extension PaperPress {
  /// 装订 · Binds a volume into one PDF. The signatures of its papers do not survive binding: the sealed originals
  /// are kept beside it. Refuses a part that cannot be read, naming it.
  package func bind(_ book: Book) throws -> [UInt8] {
    let parts = try book.parts.map { part in
      do {
        return try PDFDocument(bytes(of: part.content, createdAt: book.cover.createdAt))
      } catch PaperError.unsupportedPDF(let reason) {
        throw PaperError.unsupportedPDF("\(part.title): \(reason)")
      }
    }
    let counts = try parts.map { try $0.pageCount }
    let numbers = try PDFDocument(pageNumbers(to: counts.reduce(0, +), createdAt: book.cover.createdAt))
    let volume = try PDFDocument()
    for front in [book.cover, index(of: book, counts)] { try volume.append(PDFDocument(render(front))) }
    var page = 0
    for (part, count) in zip(parts, counts) {
      let first = try volume.pageCount
      try volume.append(part)
      for offset in 0..<count {
        try PageStamp(isRightHand: page.isMultiple(of: 2)).set(numbers, page, on: volume, page: first + offset)
        page += 1
      }
    }
    for sheet in book.end(page) { try volume.append(PDFDocument(render(sheet))) }
    return try volume.write()
  }

  private func bytes(of content: BookContent, createdAt: Int64) throws -> [UInt8] {
    switch content {
    case .pdf(let bytes): bytes
    case .image(let bytes): try imagePage(Picture(bytes), createdAt: createdAt)
    case .paper(let paper): try render(paper)
    }
  }

  private func index(of book: Book, _ counts: [Int]) -> PaperContent {
    var (first, order, volume) = (1, 0, "")
    var rows: [[String]] = []
    for (part, count) in zip(book.parts, counts) {
      if part.volume != volume { rows.append(["", "【\(part.volume)】", "", "", "", ""]) }
      (order, volume) = (order + 1, part.volume)
      let pages = count == 1 ? "\(first)" : "\(first)－\(first + count - 1)"
      rows.append(["\(order)", part.title, part.number, part.date, pages, part.remark])
      first += count
    }
    var table = FieldTable.list(
      [
        ("序号", 2.2, .centre), ("文件名称", 7.2, .start), ("文号", 8.4, .start), ("日期", 5, .centre),
        ("页号", 2.8, .centre), ("备注", 2.4, .start),
      ], rows)
    table.isSmall = true
    return PaperContent(
      head: .none, title: book.indexTitle, blocks: [.table(table)], footer: book.cover.footer,
      createdAt: book.cover.createdAt)
  }
}
