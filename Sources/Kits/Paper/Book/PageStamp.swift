import CQPDF

/// 页号 · Puts a drawn page number on a page of a volume: front pages at the upper right, back pages at the upper
/// left, as the page is seen, however it is turned.
struct PageStamp {
  static let size = (width: 80.0, height: 20.0)
  private static let margin = (side: 36.0, top: 18.0)

  let isRightHand: Bool

  func set(_ numbers: PDFDocument, _ number: Int, on volume: PDFDocument, page index: Int) throws {
    let page = qpdf_get_page_n(volume.handle, index)
    try PageOverlay(drawing: numbers, page: number, size: Self.size, name: "/PageNumber\(number + 1)")
      .set(on: volume, page: index, matrix: matrix(for: page, volume.handle))
  }

  /// Where the number stands in the page's own coordinates. A page is turned clockwise by its `/Rotate`.
  private func matrix(for page: qpdf_oh, _ pdf: qpdf_data?) -> String {
    let box = PageOverlay.box(of: page, pdf)
    let turn = Int(qpdf_oh_get_int_value(pdf, qpdf_oh_get_key(pdf, page, "/Rotate")))
    let quarter = ((turn / 90) % 4 + 4) % 4
    let (width, height) = (box[2] - box[0], box[3] - box[1])
    let seen = quarter.isMultiple(of: 2) ? (width: width, height: height) : (width: height, height: width)
    let x = isRightHand ? seen.width - Self.margin.side - Self.size.width : Self.margin.side
    let y = seen.height - Self.margin.top - Self.size.height
    switch quarter {
    case 1: return "0 1 -1 0 \(box[2] - y) \(box[1] + x)"
    case 2: return "-1 0 0 -1 \(box[2] - x) \(box[3] - y)"
    case 3: return "0 -1 1 0 \(box[0] + y) \(box[3] - x)"
    default: return "1 0 0 1 \(box[0] + x) \(box[1] + y)"
    }
  }
}
