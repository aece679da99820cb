import Markup

/// 笔 · Pen: the strokes every chart is made of. `x` and widths are percent, `y` and heights are pixels.
enum Pen {
  static func box(_ ink: Ink, x: Double, y: Double, width: Double, height: Double) -> HTML {
    SVG.rect(
      .class(ink.className), .x(.percent(x)), .y(.pixels(y)), .width(.percent(width)), .height(.pixels(height)),
      .fill(ink.colour))
  }

  static func line(
    _ ink: Ink, from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double = 1,
    dashed: Bool = false
  ) -> HTML {
    SVG.line(
      .class("\(ink.className) c-stroke"), .x1(.percent(start.x)), .y1(.pixels(start.y)), .x2(.percent(end.x)),
      .y2(.pixels(end.y)), .stroke(ink.colour), .strokeWidth(width), .dashes("5 4").when(dashed))
  }

  static func dot(_ ink: Ink, x: Double, y: Double) -> HTML {
    SVG.circle(.class(ink.className), .cx(.percent(x)), .cy(.pixels(y)), .r(3.5), .fill(ink.colour))
  }

  static func label(_ text: String, x: Double, y: Double, anchor: Attribute.TextAnchor) -> HTML {
    SVG.text(
      .class(Ink.words.className), .x(.percent(x)), .y(.pixels(y)), .textAnchor(anchor), .fontSize(12),
      .fill(Ink.words.colour)
    ) { text }
  }

  /// A number or name that must be read; a halo keeps it clear of the lines behind.
  static func value(_ text: String, x: Double, y: Double, anchor: Attribute.TextAnchor) -> HTML {
    SVG.text(
      .class("c-value"), .x(.percent(x)), .y(.pixels(y)), .textAnchor(anchor), .fontSize(12),
      .fill(Ink.target.colour), .stroke("#ffffff"), .strokeWidth(3), .strokeFirst()
    ) { text }
  }

  static func swatch(_ ink: Ink) -> HTML {
    SVG.svg(
      .svgNamespace, .class("swatch"), .width(.pixels(12)), .height(.pixels(12)), .ariaHidden(), .focusable(false)
    ) {
      if ink == .target {
        line(ink, from: (0, 6), to: (100, 6), width: 2)
      } else {
        box(ink, x: 0, y: 0, width: 100, height: 12)
      }
    }
  }
}
