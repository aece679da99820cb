extension PaperPress {
  /// Small pages with the numbers from 1, to be set on the pages of a volume; one file, so that the typeface is
  /// embedded once.
  func pageNumbers(to count: Int, createdAt: Int64) throws -> [UInt8] {
    let canvas = try Canvas(width: PageStamp.size.width, height: PageStamp.size.height)
    canvas.describe(title: "", author: "", createdAt: createdAt)
    for page in 0..<count {
      let number = typesetter.set("\(page + 1)", TextStyle(size: Sheet.noteSize))
      let x = page.isMultiple(of: 2) ? PageStamp.size.width - number.width : 0
      number.draw(0, on: canvas, x: x, y: 0, pitch: PageStamp.size.height)
      canvas.endPage()
    }
    return try canvas.finish()
  }
}
