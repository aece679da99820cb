/// 表格版面 · Lays a bordered table out as strips, so that a long cell goes on over the page.
struct TableLayout {
  private static let padding = (side: 5.0, above: 4.0)
  /// Rows up to this height stay whole.
  private static let wholeLines = 8

  let typesetter: Typesetter
  let table: FieldTable

  private var size: Double { table.isSmall ? Sheet.noteSize : Sheet.tableSize }
  private var pitch: Double { table.isSmall ? Sheet.notePitch : Sheet.tablePitch }

  func strips() -> [Strip] {
    let rows = table.rows.map(row)
    let heading = Array(rows.prefix(table.headingRows).joined()).keptTogether()
    let further = rows.dropFirst(table.headingRows).joined().map { strip in
      var strip = strip
      strip.heading = heading
      return strip
    }
    return heading + further
  }

  private func row(_ cells: [Cell]) -> [Strip] {
    let placed = place(cells)
    let count = placed.map(\.lineCount).max() ?? 1
    let isWhole = count <= Self.wholeLines
    return (0..<count).map { line in
      let above = line == 0 ? Self.padding.above : 0
      let below = line == count - 1 ? Self.padding.above : 0
      let height = above + pitch + below
      // A divided row leaves no single line on either page.
      let stays = line < count - 1 && (isWhole || line == 0 || line == count - 2)
      return Strip(height: height, staysWithNext: stays, edge: Self.edge) { canvas, y in
        if line == 0 { canvas.rule(from: Sheet.left, to: Sheet.right, y: y, width: 0.5) }
        for cell in placed {
          cell.drawSides(on: canvas, from: y, to: y + height)
          cell.draw(line: line, of: count, isWhole: isWhole, on: canvas, y: y + above)
        }
      }
    }
  }

  private func place(_ cells: [Cell]) -> [PlacedCell] {
    let total = max(table.columns.reduce(0, +), .leastNormalMagnitude)
    var column = 0
    return cells.map { cell in
      let next = min(column + cell.span, table.columns.count)
      let start = table.columns[..<column].reduce(0, +) / total * Sheet.bodyWidth
      let end = table.columns[..<next].reduce(0, +) / total * Sheet.bodyWidth
      column = next
      return PlacedCell(
        cell, x: Sheet.left + start, width: end - start, padding: Self.padding.side,
        text: (size, pitch), typesetter: typesetter)
    }
  }

  private static let edge: @Sendable (Canvas, Double) -> Void = { canvas, y in
    canvas.rule(from: Sheet.left - 0.5, to: Sheet.right + 0.5, y: y, width: 1)
  }
}

extension [Strip] {
  fileprivate func keptTogether() -> [Strip] {
    map { strip in
      var strip = strip
      strip.staysWithNext = true
      return strip
    }
  }
}
