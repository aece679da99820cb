package import Markup

/// 堆积条形图 · Stacked bars: the parts of each whole side by side, one bar a row, its name above it.
package struct StackedBars: Chart {
  /// 行 · Row: one bar, with a value for each series, in the series' order.
  package struct Row: Sendable {
    package let label: String
    package let parts: [Datum]
    package let total: String

    package init(_ label: String, parts: [Datum], total: String) {
      self.label = label
      self.parts = parts
      self.total = total
    }

    var sum: Double { parts.map(\.drawn).reduce(0, +) }
  }

  package let words: ChartWords
  package let series: [String]
  package let rows: [Row]

  /// At most four series; colours repeat beyond.
  package init(_ words: ChartWords, series: [String], rows: [Row]) {
    self.words = words
    self.series = series
    self.rows = rows
  }

  private static let rowHeight = 46.0
  private static let barHeight = 16.0
  private static let gap = 0.3

  package var height: Double { max(1, Double(rows.count)) * Self.rowHeight }

  package var isEmpty: Bool { rows.isEmpty || series.isEmpty }

  package var marks: HTML {
    let largest = max(rows.map(\.sum).max() ?? 0, .leastNonzeroMagnitude)
    return .fragment {
      for (index, row) in rows.enumerated() { bar(row, top: Double(index) * Self.rowHeight, largest: largest) }
    }
  }

  private func bar(_ row: Row, top: Double, largest: Double) -> HTML {
    var x = 0.0
    var boxes: [HTML] = []
    for (index, part) in row.parts.enumerated() where part.drawn > 0 {
      let width = part.drawn / largest * 100
      boxes.append(
        Pen.box(.series(index), x: x, y: top + 22, width: max(0, width - Self.gap), height: Self.barHeight))
      x += width
    }
    return .fragment {
      Pen.value(row.label, x: 0, y: top + 15, anchor: .start)
      Pen.label(row.total, x: 100, y: top + 15, anchor: .end)
      boxes
    }
  }

  package var key: [KeyEntry] {
    series.enumerated().map { KeyEntry(ink: .series($0.offset), name: $0.element) }
  }

  package var table: HTML { StackedTable.html(self) }
}
