import CPangoCairo

/// 排字 · Sets Chinese text with pango: simplified forms by font name and language, never the Japanese ones.
///
/// Pango's font maps are not safe to share between threads: a typesetter belongs to one press.
final class Typesetter {
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer

  init() throws {
    fontMap = pango_cairo_font_map_new()
    // One unit is one point.
    pango_cairo_font_map_set_resolution(OpaquePointer(fontMap), 72)
    context = pango_font_map_create_context(fontMap)
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    for style in [TextStyle(size: 16), TextStyle(size: 16, isBold: true)] { try requireFont(style) }
    if let common = CommonFaces.shared { pango_font_map_look_in(fontMap, common.configuration) }
  }

  deinit {
    pango_object_free(UnsafeMutableRawPointer(context))
    pango_object_free(fontMap)
  }

  /// Breaks `text` into lines of at most `width` points.
  func set(
    _ text: String, _ style: TextStyle, width: Double? = nil, indent: Double = 0, alignment: Alignment = .start
  ) -> TextLines {
    let layout = pango_layout_new(context)
    defer { pango_object_free(layout.map(UnsafeMutableRawPointer.init)) }
    let printable = Self.printable(text)
    pango_layout_set_text(layout, printable, Int32(printable.utf8.count))
    pango_layout_set_auto_dir(layout, 0)
    style.withDescription { pango_layout_set_font_description(layout, $0) }
    let attributes = Self.attributes(for: printable, style, width ?? .infinity)
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    if let width {
      pango_layout_set_width(layout, units(width))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      pango_layout_set_justify(layout, alignment == .start ? 1 : 0)
    }
    pango_layout_set_indent(layout, units(indent))
    pango_layout_set_alignment(layout, alignment.pango)
    return TextLines(layout, width: width, style: style)
  }

  private static func attributes(for text: String, _ style: TextStyle, _ width: Double) -> OpaquePointer? {
    let list = pango_attr_list_new()
    // What is wider than a whole line must be broken after all.
    for range in Unbreakable.ranges(in: text) where style.size * Unbreakable.ems(text, range) <= width {
      guard let attribute = pango_attr_allow_breaks_new(0) else { continue }
      attribute.pointee.start_index = UInt32(range.lowerBound)
      attribute.pointee.end_index = UInt32(range.upperBound)
      pango_attr_list_insert(list, attribute)
    }
    // A ligature would come back as one strange character when an address is copied.
    pango_attr_list_insert(list, pango_attr_font_features_new("liga=0, clig=0, dlig=0"))
    if style.spacing != 0 { pango_attr_list_insert(list, pango_attr_letter_spacing_new(units(style.spacing))) }
    return list
  }

  /// Without control characters and direction overrides, which could make a paper read otherwise than it is.
  private static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private func requireFont(_ style: TextStyle) throws {
    let font = style.withDescription { pango_font_map_load_font(fontMap, context, $0) }
    defer { pango_object_free(font) }
    let description = pango_font_describe(font)
    defer { pango_font_description_free(description) }
    guard let family = pango_font_description_get_family(description),
      String(cString: family) == TextStyle.family
    else { throw PaperError.fontMissing(TextStyle.family) }
  }
}

/// Pango counts in 1/1024 of a point.
func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }
func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

extension Alignment {
  fileprivate var pango: PangoAlignment {
    switch self {
    case .start: PANGO_ALIGN_LEFT
    case .centre: PANGO_ALIGN_CENTER
    case .end: PANGO_ALIGN_RIGHT
    }
  }
}
