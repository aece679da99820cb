import CPangoCairo

/// 字样 · Size and weight of the one typeface a paper is set in.
struct TextStyle {
  static let family = "Noto Serif CJK SC"

  let size: Double
  var isBold = false
  /// Extra space between characters, in points.
  var spacing = 0.0

  func withDescription<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, "\(CommonFaces.family),\(Self.family)")
    pango_font_description_set_size(description, units(size))
    if isBold { pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD) }
    return body(description)
  }
}

/// 行 · A text broken into lines, each drawn by itself, so that every line of a page stands on one pitch.
final class TextLines {
  private typealias Line = (line: UnsafeMutablePointer<PangoLayoutLine>, x: Double, width: Double)

  /// A line is spread to the full width only where it lacks at most so many characters: what may not be broken
  /// can leave more, and spreading that would tear the line apart.
  private static let widestGap = 2.0

  private var layouts: [OpaquePointer] = []
  private var lines: [Line] = []
  private let style: TextStyle

  /// `width` is what the lines of `layout` may fill, if it is limited.
  init(_ layout: OpaquePointer?, width: Double?, style: TextStyle) {
    self.style = style
    guard let layout else { return }
    lines = add(layout)
    guard let width, pango_layout_get_justify(layout) != 0, let natural = pango_layout_copy(layout) else { return }
    pango_layout_set_justify(natural, 0)
    for (index, line) in add(natural).enumerated() where line.x + line.width < width - Self.widestGap * style.size {
      lines[index] = line
    }
    pango_object_free(UnsafeMutableRawPointer(natural))
  }

  deinit { for layout in layouts { pango_object_free(UnsafeMutableRawPointer(layout)) } }

  /// Lines live as long as their layout.
  private func add(_ layout: OpaquePointer) -> [Line] {
    pango_object_keep(UnsafeMutableRawPointer(layout))
    layouts.append(layout)
    var lines: [Line] = []
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
      lines.append((line, points(extents.x), points(extents.width)))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  var count: Int { lines.count }
  var width: Double { lines.map(\.width).max() ?? 0 }

  /// Draws one line with its characters centred in a band of `pitch` points below `y`.
  func draw(_ index: Int, on canvas: Canvas, x: Double, y: Double, pitch: Double, colour: Colour = .black) {
    canvas.setColour(colour)
    cairo_move_to(canvas.context, x + lines[index].x, y + baseline(in: pitch))
    pango_cairo_show_layout_line(canvas.context, lines[index].line)
  }

  /// Adds the outline of the first line, centred on the origin, to the canvas's path.
  func addPath(to canvas: Canvas) {
    guard let first = lines.first else { return }
    cairo_move_to(canvas.context, first.x - first.width / 2, baseline(in: 0))
    pango_cairo_layout_line_path(canvas.context, first.line)
  }

  /// A Chinese character's square reaches from 0.88 of its size above the baseline to 0.12 below.
  private func baseline(in pitch: Double) -> Double { (pitch - style.size) / 2 + 0.88 * style.size }
}
