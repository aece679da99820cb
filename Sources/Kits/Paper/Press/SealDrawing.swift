import CPangoCairo

/// 用印 · Draws a seal as vectors: 42 mm across, ring, star, the agency's name on the arc.
struct SealDrawing {
  static let radius = 21 * Sheet.millimetre

  let typesetter: Typesetter
  let seal: Seal

  func draw(on canvas: Canvas, centreX: Double, centreY: Double) {
    if let image = seal.image, stamp(image, on: canvas, centreX, centreY) { return }
    canvas.at(centreX, centreY) {
      canvas.setColour(.seal)
      // The text below stays readable, as under real ink.
      cairo_set_operator(canvas.context, CAIRO_OPERATOR_MULTIPLY)
      drawRing(on: canvas)
      drawStar(on: canvas)
      drawArc(seal.agency, on: canvas, size: 17, radius: Self.radius * 0.755, sweep: 250, widest: 30)
      if let purpose = seal.purpose { drawLine(purpose, on: canvas, y: Self.radius * 0.5) }
      if let serial = seal.serial { drawSerial(serial, on: canvas) }
    }
  }

  /// The impression, as wide as a drawn seal; false where it cannot be read, so that the paper is still sealed.
  private func stamp(_ png: [UInt8], on canvas: Canvas, _ x: Double, _ y: Double) -> Bool {
    guard let picture = try? Picture(png), let surface = try? picture.surface() else { return false }
    defer { cairo_surface_destroy(surface) }
    let side = Double(max(picture.width, picture.height))
    canvas.at(x, y) {
      cairo_set_operator(canvas.context, CAIRO_OPERATOR_MULTIPLY)
      cairo_scale(canvas.context, 2 * Self.radius / side, 2 * Self.radius / side)
      cairo_set_source_surface(canvas.context, surface, -Double(picture.width) / 2, -Double(picture.height) / 2)
      cairo_paint(canvas.context)
    }
    return true
  }

  private func drawRing(on canvas: Canvas) {
    let width = 1.2 * Sheet.millimetre
    // The last text's current point would be joined to the ring by a stray line.
    cairo_new_path(canvas.context)
    cairo_set_line_width(canvas.context, width)
    cairo_arc(canvas.context, 0, 0, Self.radius - width / 2, 0, 2 * .pi)
    cairo_stroke(canvas.context)
  }

  private func drawStar(on canvas: Canvas) {
    let outer = 7 * Sheet.millimetre
    // The inner points of a pentagram lie where its lines cross.
    let inner = outer * 0.381966
    cairo_new_path(canvas.context)
    for corner in 0..<10 {
      let reach = corner.isMultiple(of: 2) ? outer : inner
      cairo_save(canvas.context)
      cairo_rotate(canvas.context, Double(corner) * .pi / 5)
      cairo_line_to(canvas.context, 0, -reach)
      cairo_restore(canvas.context)
    }
    cairo_close_path(canvas.context)
    cairo_fill(canvas.context)
  }

  /// Spreads `text` over the top of the circle, at most `sweep` degrees and `widest` degrees a character;
  /// characters too wide for their place are narrowed, as on engraved seals.
  private func drawArc(
    _ text: String, on canvas: Canvas, size: Double, radius: Double, sweep: Double, widest: Double
  ) {
    let characters = Array(text)
    let step = min(widest, sweep / Double(max(characters.count - 1, 1)))
    let place = radius * step * .pi / 180
    let narrowing = min(1, place * 0.94 / size)
    cairo_new_path(canvas.context)
    for (index, character) in characters.enumerated() {
      let angle = (Double(index) - Double(characters.count - 1) / 2) * step
      cairo_save(canvas.context)
      cairo_rotate(canvas.context, angle * .pi / 180)
      cairo_translate(canvas.context, 0, -radius)
      cairo_scale(canvas.context, narrowing, 1)
      glyph(String(character), size: size).addPath(to: canvas)
      cairo_restore(canvas.context)
    }
    cairo_fill(canvas.context)
  }

  private func drawLine(_ text: String, on canvas: Canvas, y: Double) {
    let line = glyph(text, size: 11)
    cairo_new_path(canvas.context)
    cairo_save(canvas.context)
    cairo_translate(canvas.context, 0, y)
    cairo_scale(canvas.context, min(1, Self.radius * 1.25 / line.width), 1)
    line.addPath(to: canvas)
    cairo_restore(canvas.context)
    cairo_fill(canvas.context)
  }

  /// Read from left to right along the bottom, feet outwards.
  private func drawSerial(_ text: String, on canvas: Canvas) {
    let step = 5.2
    cairo_new_path(canvas.context)
    for (index, character) in text.enumerated() {
      let angle = (Double(text.count - 1) / 2 - Double(index)) * step
      cairo_save(canvas.context)
      cairo_rotate(canvas.context, angle * .pi / 180)
      cairo_translate(canvas.context, 0, Self.radius * 0.88)
      glyph(String(character), size: 6.5).addPath(to: canvas)
      cairo_restore(canvas.context)
    }
    cairo_fill(canvas.context)
  }

  private func glyph(_ text: String, size: Double) -> TextLines {
    typesetter.set(text, TextStyle(size: size, isBold: true))
  }
}
