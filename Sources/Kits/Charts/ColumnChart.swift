package import Markup

/// 柱状图 · Column chart: a value a month, with a line for the target; expected months are paler.
package struct ColumnChart: Chart {
  package let words: ChartWords
  package let columns: [Datum]
  package let target: Datum?

  package init(_ words: ChartWords, columns: [Datum], target: Datum? = nil) {
    self.words = words
    self.columns = columns
    self.target = target
  }

  package var height: Double { Plot.height }

  package var isEmpty: Bool { columns.isEmpty }

  package var marks: HTML {
    let plot = Plot(points: columns, target: target)
    let width = min(plot.slot * 0.62, 14)
    return .fragment {
      plot.ground
      for (index, column) in columns.enumerated() {
        Pen.box(
          column.isForecast ? .forecast : .bar, x: plot.centre(index) - width / 2, y: plot.y(column.drawn),
          width: width, height: plot.bottom - plot.y(column.drawn))
      }
      plot.targetLine
      plot.labels
    }
  }

  package var key: [KeyEntry] {
    var entries = [KeyEntry(ink: .bar, name: words.value)]
    if columns.contains(where: \.isForecast) { entries.append(KeyEntry(ink: .forecast, name: words.forecast)) }
    if let target { entries.append(KeyEntry(ink: .target, name: "\(words.target) \(target.shown)")) }
    return entries
  }

  package var table: HTML { PointTable.html(columns, target: target, words: words) }
}
