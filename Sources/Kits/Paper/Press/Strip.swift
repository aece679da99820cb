/// 版条 · One horizontal strip of a page, as wide as the body: the unit in which a paper is divided into pages.
struct Strip {
  let height: Double
  /// No page may end between this strip and the next.
  var staysWithNext = false
  /// White space that is dropped at the top of a page.
  var isSpace = false
  /// Set in a table: the frame's horizontal rule, drawn where a page or the table begins and ends.
  var edge: ((_ canvas: Canvas, _ y: Double) -> Void)?
  /// Set in a table: what is printed again where a page begins inside it.
  var heading: [Strip] = []
  let draw: (_ canvas: Canvas, _ y: Double) -> Void

  static func space(_ height: Double, staysWithNext: Bool = false) -> Strip {
    Strip(height: height, staysWithNext: staysWithNext, isSpace: true, draw: { _, _ in })
  }

  /// One strip a line; a paragraph leaves no single line behind or ahead of a page's end.
  static func lines(
    _ text: TextLines, x: Double = Sheet.left, pitch: Double, staysWithNext: Bool = false, colour: Colour = .black
  ) -> [Strip] {
    (0..<text.count).map { index in
      let isBeforeLast = index == text.count - 2
      let isLast = index == text.count - 1
      return Strip(height: pitch, staysWithNext: isLast ? staysWithNext : index == 0 || isBeforeLast) { canvas, y in
        text.draw(index, on: canvas, x: x, y: y, pitch: pitch, colour: colour)
      }
    }
  }
}

extension [Strip] {
  var height: Double { reduce(0) { $0 + $1.height } }

  /// Divides the strips into pages of at most `room` points.
  func paginated(room: Double) -> [[Strip]] {
    var pages: [[Strip]] = [[]]
    var used = 0.0
    var index = startIndex
    while index < endIndex {
      var group = self[index...groupEnd(from: index)]
      // A group taller than a page must be divided all the same.
      if group.reduce(0, { $0 + $1.height }) > room { group = self[index...index] }
      index = group.endIndex
      let needed = group.reduce(0) { $0 + $1.height }
      if used + needed > room, !pages[pages.count - 1].isEmpty {
        let heading = group.first?.heading ?? []
        pages.append(heading)
        used = heading.height
      }
      for strip in group where !(strip.isSpace && pages[pages.count - 1].isEmpty && pages.count > 1) {
        pages[pages.count - 1].append(strip)
        used += strip.height
      }
    }
    return pages
  }

  private func groupEnd(from start: Int) -> Int {
    self[start...].firstIndex { !$0.staysWithNext } ?? endIndex - 1
  }

  func draw(on canvas: Canvas, from top: Double) {
    var y = top
    for (index, strip) in enumerated() {
      strip.draw(canvas, y)
      if index == 0 || self[index - 1].edge == nil { strip.edge?(canvas, y) }
      y += strip.height
      if index == count - 1 || self[index + 1].edge == nil { strip.edge?(canvas, y) }
    }
  }
}
