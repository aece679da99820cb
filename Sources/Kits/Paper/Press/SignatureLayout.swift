import CPangoCairo

/// 签名版式 · Lays out one signature line: the label, the rule to sign on, and room for the date; or the strokes, the
/// date and the note of what was signed on the screen.
struct SignatureLayout {
  static let blankPitch = 32.0
  static let signedPitch = 46.0

  let typesetter: Typesetter
  let line: SignatureLine

  func strips() -> [Strip] {
    guard let signed = line.signed else { return [strip(date: "年　　月　　日", pitch: Self.blankPitch)] }
    let note = typesetter.set(signed.note, TextStyle(size: Sheet.noteSize), width: Sheet.bodyWidth)
    var first = strip(date: signed.date, pitch: Self.signedPitch, signed.handwriting)
    first.staysWithNext = true
    return [first] + Strip.lines(note, pitch: Sheet.notePitch)
  }

  private func strip(date: String, pitch: Double, _ handwriting: Handwriting? = nil) -> Strip {
    let name = typesetter.set("\(line.label)：", TextStyle(size: Sheet.bodySize))
    let date = typesetter.set(date, TextStyle(size: Sheet.bodySize))
    return Strip(height: pitch) { canvas, y in
      let (start, dateStart) = (Sheet.left + name.width, Sheet.right - date.width)
      let end = handwriting == nil ? dateStart - 3.5 * Sheet.bodySize : dateStart - Sheet.bodySize
      name.draw(0, on: canvas, x: Sheet.left, y: y, pitch: pitch)
      date.draw(0, on: canvas, x: dateStart, y: y, pitch: pitch)
      canvas.rule(from: start, to: end, y: y + pitch - 7, width: 0.6)
      if let handwriting {
        draw(handwriting, on: canvas, x: start + 6, y: y + 3, width: end - start - 12, height: pitch - 8)
      }
    }
  }

  /// As large as the place allows, in its proportions, as lines of one width.
  private func draw(
    _ handwriting: Handwriting, on canvas: Canvas, x: Double, y: Double, width: Double, height: Double
  ) {
    guard let ink = handwriting.ink else { return }
    let (inkWidth, inkHeight) = (Double(ink.x.count), Double(ink.y.count))
    let scale = min(width / inkWidth, height / inkHeight)
    canvas.at(x, y + (height - inkHeight * scale) / 2) {
      canvas.setColour(.black)
      cairo_set_line_width(canvas.context, 1.1)
      cairo_set_line_cap(canvas.context, CAIRO_LINE_CAP_ROUND)
      cairo_set_line_join(canvas.context, CAIRO_LINE_JOIN_ROUND)
      cairo_new_path(canvas.context)
      for stroke in handwriting.strokes {
        let points = Handwriting.points(stroke).map {
          (x: Double($0.x - ink.x.lowerBound) * scale, y: Double($0.y - ink.y.lowerBound) * scale)
        }
        guard let first = points.first else { continue }
        cairo_move_to(canvas.context, first.x, first.y)
        // A dot is a line to where it began.
        for point in points.count > 1 ? points.dropFirst() : points[...] {
          cairo_line_to(canvas.context, point.x, point.y)
        }
      }
      cairo_stroke(canvas.context)
    }
  }
}
