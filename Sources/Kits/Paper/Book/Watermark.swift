import CPangoCairo
import CQPDF

extension PaperPress {
  /// 水印 · Sets pale words slantwise over every page of a PDF, such as who was lent a copy and when. What lies under
  /// them stays readable; the signatures of the pages do not survive.
  package func watermark(_ file: [UInt8], _ words: String, createdAt: Int64) throws -> [UInt8] {
    let source = try PDFDocument(file)
    let copy = try PDFDocument()
    try copy.append(source)
    let drawing = try PDFDocument(watermarkPage(words, createdAt: createdAt))
    for index in 0..<(try copy.pageCount) {
      let box = PageOverlay.box(of: qpdf_get_page_n(copy.handle, index), copy.handle)
      let (x, y) = ((box[2] - box[0]) / Sheet.width, (box[3] - box[1]) / Sheet.height)
      try PageOverlay(drawing: drawing, page: 0, size: (Sheet.width, Sheet.height), name: "/Watermark")
        .set(on: copy, page: index, matrix: "\(x) 0 0 \(y) \(box[0]) \(box[1])")
    }
    return try copy.write()
  }

  private func watermarkPage(_ words: String, createdAt: Int64) throws -> [UInt8] {
    let canvas = try Canvas()
    canvas.describe(title: "", author: "", createdAt: createdAt)
    let line = typesetter.set(words, TextStyle(size: 18))
    cairo_push_group(canvas.context)
    for band in 1...4 {
      canvas.at(Sheet.width / 2, Sheet.height * Double(band) / 5) {
        cairo_rotate(canvas.context, -.pi / 6)
        line.draw(0, on: canvas, x: -line.width / 2, y: -12, pitch: 24, colour: .grey)
      }
    }
    cairo_pop_group_to_source(canvas.context)
    cairo_paint_with_alpha(canvas.context, 0.35)
    canvas.endPage()
    return try canvas.finish()
  }
}
