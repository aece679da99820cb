import CQPDF

/// 叠印 · A drawn page set over a page of another document, whatever that page's own drawing leaves behind.
struct PageOverlay {
  let drawing: PDFDocument
  let page: Int
  let size: (width: Double, height: Double)
  /// Under this name among the page's own drawings.
  let name: String

  /// `matrix`: from the drawing's points to the page's own coordinates.
  func set(on document: PDFDocument, page index: Int, matrix: String) throws {
    let pdf = document.handle
    let page = qpdf_get_page_n(pdf, index)
    let form = try form(in: document)
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
    qpdf_oh_append_item(pdf, contents, stream("\nQ q \(matrix) cm \(name) Do Q\n", pdf))
    qpdf_oh_replace_key(pdf, page, "/Contents", contents)
  }

  /// Left, bottom, right and top of what is seen of a page.
  static func box(of page: qpdf_oh, _ pdf: qpdf_data?) -> [Double] {
    for key in ["/CropBox", "/MediaBox"] {
      let box = qpdf_oh_get_key(pdf, page, key)
      guard qpdf_oh_is_array(pdf, box) != 0, qpdf_oh_get_array_n_items(pdf, box) == 4 else { continue }
      let sides = (0..<4).map { qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, box, $0)) }
      return [min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])]
    }
    return [0, 0, Sheet.width, Sheet.height]
  }

  /// The drawing as a form that can be drawn on another page.
  private func form(in document: PDFDocument) throws -> qpdf_oh {
    let source = qpdf_get_page_n(drawing.handle, page)
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard qpdf_oh_get_page_content_data(drawing.handle, source, &data, &count) == QPDF_ERROR_CODE(QPDF_SUCCESS)
    else {
      throw PaperError.drawing(name)
    }
    defer { qpdf_buffer_free(data) }
    let resources = qpdf_oh_get_key(drawing.handle, source, "/Resources")
    let form = qpdf_oh_new_stream(document.handle)
    let null = qpdf_oh_new_null(document.handle)
    qpdf_oh_replace_stream_data(document.handle, form, data, count, null, null)
    let entries = qpdf_oh_get_dict(document.handle, form)
    for (key, value) in [
      ("/Type", "/XObject"), ("/Subtype", "/Form"), ("/BBox", "[0 0 \(size.width) \(size.height)]"),
    ] {
      qpdf_oh_replace_key(document.handle, entries, key, qpdf_oh_parse(document.handle, value))
    }
    let copied = qpdf_oh_copy_foreign_object(document.handle, drawing.handle, resources)
    qpdf_oh_replace_key(document.handle, entries, "/Resources", copied)
    return form
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
