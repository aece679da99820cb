import CQPDF

/// 页号 · Puts a drawn page number on a page of a volume: front pages at the upper right, back pages at the upper
/// left, as the page is seen, however it is turned.
struct PageStamp {
  static let size = (width: 80.0, height: 20.0)
  private static let margin = (side: 36.0, top: 18.0)

  let isRightHand: Bool

  func set(_ numbers: PDFDocument, _ number: Int, on volume: PDFDocument, page index: Int) throws {
    let pdf = volume.handle
    let page = qpdf_get_page_n(pdf, index)
    let form = try numberForm(numbers, number, in: volume)
    let name = "/PageNumber\(number + 1)"
    qpdf_oh_replace_key(pdf, dictionary("/XObject", in: dictionary("/Resources", in: page, pdf), pdf), name, form)

    let contents = qpdf_oh_new_array(pdf)
    qpdf_oh_append_item(pdf, contents, stream("q\n", pdf))
    let drawn = qpdf_oh_get_key(pdf, page, "/Contents")
    if qpdf_oh_is_array(pdf, drawn) != 0 {
      for item in 0..<qpdf_oh_get_array_n_items(pdf, drawn) {
        qpdf_oh_append_item(pdf, contents, qpdf_oh_get_array_item(pdf, drawn, item))
      }
    } else if qpdf_oh_is_stream(pdf, drawn) != 0 {
      qpdf_oh_append_item(pdf, contents, drawn)
    }
    qpdf_oh_append_item(pdf, contents, stream("\nQ q \(matrix(for: page, pdf)) cm \(name) Do Q\n", pdf))
    qpdf_oh_replace_key(pdf, page, "/Contents", contents)
  }

  /// The number's page as a form that can be drawn on another page.
  private func numberForm(_ numbers: PDFDocument, _ number: Int, in volume: PDFDocument) throws -> qpdf_oh {
    let source = qpdf_get_page_n(numbers.handle, number)
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard qpdf_oh_get_page_content_data(numbers.handle, source, &data, &count) == QPDF_ERROR_CODE(QPDF_SUCCESS)
    else {
      throw PaperError.drawing("page number")
    }
    defer { qpdf_buffer_free(data) }
    let resources = qpdf_oh_get_key(numbers.handle, source, "/Resources")
    let form = qpdf_oh_new_stream(volume.handle)
    let null = qpdf_oh_new_null(volume.handle)
    qpdf_oh_replace_stream_data(volume.handle, form, data, count, null, null)
    let entries = qpdf_oh_get_dict(volume.handle, form)
    for (key, value) in [
      ("/Type", "/XObject"), ("/Subtype", "/Form"), ("/BBox", "[0 0 \(Self.size.width) \(Self.size.height)]"),
    ] {
      qpdf_oh_replace_key(volume.handle, entries, key, qpdf_oh_parse(volume.handle, value))
    }
    let copied = qpdf_oh_copy_foreign_object(volume.handle, numbers.handle, resources)
    qpdf_oh_replace_key(volume.handle, entries, "/Resources", copied)
    return form
  }

  /// Where the number stands in the page's own coordinates. A page is turned clockwise by its `/Rotate`.
  private func matrix(for page: qpdf_oh, _ pdf: qpdf_data?) -> String {
    let box = box(of: page, pdf)
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

  /// Left, bottom, right and top of what is seen of the page.
  private func box(of page: qpdf_oh, _ pdf: qpdf_data?) -> [Double] {
    for key in ["/CropBox", "/MediaBox"] {
      let box = qpdf_oh_get_key(pdf, page, key)
      guard qpdf_oh_is_array(pdf, box) != 0, qpdf_oh_get_array_n_items(pdf, box) == 4 else { continue }
      let sides = (0..<4).map { qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, box, $0)) }
      return [min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])]
    }
    return [0, 0, Sheet.width, Sheet.height]
  }

  private func dictionary(_ key: String, in parent: qpdf_oh, _ pdf: qpdf_data?) -> qpdf_oh {
    let found = qpdf_oh_get_key(pdf, parent, key)
    if qpdf_oh_is_dictionary(pdf, found) != 0 { return found }
    let made = qpdf_oh_new_dictionary(pdf)
    qpdf_oh_replace_key(pdf, parent, key, made)
    return made
  }

  private func stream(_ text: String, _ pdf: qpdf_data?) -> qpdf_oh {
    let stream = qpdf_oh_new_stream(pdf)
    let null = qpdf_oh_new_null(pdf)
    let bytes = Array(text.utf8)
    qpdf_oh_replace_stream_data(pdf, stream, bytes, bytes.count, null, null)
    return stream
  }
}
