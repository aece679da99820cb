/// 落款 · Sets the agency's name over the date, centred on each other near the right margin, under the seal.
struct ClosingLayout {
  let typesetter: Typesetter
  let pitch: Double
  let closing: Closing

  func strip() -> Strip {
    let style = TextStyle(size: Sheet.bodySize)
    let name = typesetter.set(closing.agency, style)
    let date = typesetter.set(closing.date, style)
    let width = max(name.width, date.width)
    // The date ends four characters before the margin, or further left under a long name.
    let centre = min(Sheet.right - 4 * Sheet.bodySize - date.width / 2, Sheet.right - width / 2)
    let seal = closing.seal.map { SealDrawing(typesetter: typesetter, seal: $0) }
    let spaceAbove = 40.0
    let spaceBelow = seal == nil ? 0 : SealDrawing.radius - pitch
    return Strip(height: spaceAbove + 2 * pitch + spaceBelow) { canvas, y in
      let nameTop = y + spaceAbove
      let dateTop = nameTop + pitch
      name.draw(0, on: canvas, x: centre - name.width / 2, y: nameTop, pitch: pitch)
      date.draw(0, on: canvas, x: centre - date.width / 2, y: dateTop, pitch: pitch)
      seal?.draw(on: canvas, centreX: centre, centreY: dateTop)
    }
  }
}
