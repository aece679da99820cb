/// One cell of a table at its place, its text broken into lines.
struct PlacedCell {
  private let cell: Cell
  private let x: Double
  private let width: Double
  private let padding: Double
  private let pitch: Double
  private let text: TextLines
  private let signature: TextLines?

  init(
    _ cell: Cell, x: Double, width: Double, padding: Double, text: (size: Double, pitch: Double),
    typesetter: Typesetter
  ) {
    (self.cell, self.x, self.width, self.padding, pitch) = (cell, x, width, padding, text.pitch)
    let inner = width - 2 * padding
    let style = TextStyle(size: text.size, isBold: cell.isLabel)
    self.text = typesetter.set(cell.text, style, width: inner, alignment: cell.alignment)
    signature = cell.signature.map {
      typesetter.set($0, TextStyle(size: text.size), width: inner, alignment: .end)
    }
  }

  var lineCount: Int { max(text.count + (signature?.count ?? 0), cell.minimumLines) }

  /// Short texts stand in the middle of their row; where the row is divided by a page, whole lines only.
  func draw(line: Int, of count: Int, isWhole: Bool, on canvas: Canvas, y: Double) {
    let free = signature == nil && cell.minimumLines == 1 ? count - text.count : 0
    let offset = free / 2
    let half = isWhole && !free.isMultiple(of: 2) ? pitch / 2 : 0
    if (0..<text.count).contains(line - offset) {
      draw(text, line - offset, on: canvas, y: y + half)
    }
    if let signature, line >= count - signature.count {
      draw(signature, line - (count - signature.count), on: canvas, y: y)
    }
  }

  private func draw(_ lines: TextLines, _ index: Int, on canvas: Canvas, y: Double) {
    lines.draw(index, on: canvas, x: x + padding, y: y, pitch: pitch)
  }

  func drawSides(on canvas: Canvas, from top: Double, to bottom: Double) {
    for side in [x, x + width] {
      let isFrame = side < Sheet.left + 0.1 || side > Sheet.right - 0.1
      canvas.stroke(from: (side, top), to: (side, bottom), width: isFrame ? 1 : 0.5)
    }
  }
}
