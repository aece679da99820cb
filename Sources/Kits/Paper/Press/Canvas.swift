import CPangoCairo

/// 画布 · A cairo page surface that collects a PDF 1.4 file in memory: classic cross-reference table, so that an
/// incremental update can sign it.
final class Canvas {
  let context: OpaquePointer
  private let surface: OpaquePointer
  private let sink = Sink()

  init(width: Double = Sheet.width, height: Double = Sheet.height) throws {
    surface = cairo_pdf_surface_create_for_stream(
      { sink, bytes, count in
        guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: buffer)
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    context = cairo_create(surface)
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func describe(title: String, author: String, createdAt: Int64) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    let time = CivilTime(secondsSince1970: createdAt)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time.iso8601)
  }

  func endPage() { cairo_show_page(context) }

  /// Closes the file and hands it over; the canvas is spent.
  func finish() throws -> [UInt8] {
    cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }

  private func check() throws {
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw PaperError.drawing(String(cString: cairo_status_to_string(status)))
    }
  }

  private final class Sink { var bytes: [UInt8] = [] }
}

extension Canvas {
  func setColour(_ colour: Colour) { cairo_set_source_rgb(context, colour.red, colour.green, colour.blue) }

  func rule(from x1: Double, to x2: Double, y: Double, width: Double, colour: Colour = .black) {
    stroke(from: (x1, y), to: (x2, y), width: width, colour: colour)
  }

  func stroke(from start: (Double, Double), to end: (Double, Double), width: Double, colour: Colour = .black) {
    setColour(colour)
    cairo_set_line_width(context, width)
    cairo_new_path(context)
    cairo_move_to(context, start.0, start.1)
    cairo_line_to(context, end.0, end.1)
    cairo_stroke(context)
  }

  /// Runs `body` with the origin moved, and undoes every change of state after it.
  func at(_ x: Double, _ y: Double, _ body: () throws -> Void) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x, y)
    try body()
  }
}

struct Colour {
  let red: Double
  let green: Double
  let blue: Double

  static let black = Colour(red: 0, green: 0, blue: 0)
  static let grey = Colour(red: 0.35, green: 0.35, blue: 0.35)
  /// 印泥红 · The red of seals and of the letterhead.
  static let seal = Colour(red: 0.82, green: 0.07, blue: 0.07)
}
