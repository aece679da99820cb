package import Markup

/// 折线图 · Line chart: a value that runs on, the expected part dashed, with a line for the target.
package struct LineChart: Chart {
  package let words: ChartWords
  package let points: [Datum]
  package let target: Datum?

  package init(_ words: ChartWords, points: [Datum], target: Datum? = nil) {
    self.words = words
    self.points = points
    self.target = target
  }

  package var height: Double { Plot.height }

  package var isEmpty: Bool { points.isEmpty }

  package var marks: HTML {
    let plot = Plot(points: points, target: target)
    return .fragment {
      plot.ground
      plot.targetLine
      for index in points.indices.dropFirst() {
        let isForecast = points[index].isForecast
        Pen.line(
          isForecast ? .forecast : .bar, from: (plot.centre(index - 1), plot.y(points[index - 1].drawn)),
          to: (plot.centre(index), plot.y(points[index].drawn)), width: 2, dashed: isForecast)
      }
      for (index, point) in points.enumerated() {
        Pen.dot(point.isForecast ? .forecast : .bar, x: plot.centre(index), y: plot.y(point.drawn))
      }
      plot.labels
    }
  }

  package var key: [KeyEntry] {
    var entries = [KeyEntry(ink: .bar, name: words.value)]
    if points.contains(where: \.isForecast) { entries.append(KeyEntry(ink: .forecast, name: words.forecast)) }
    if let target { entries.append(KeyEntry(ink: .target, name: "\(words.target) \(target.shown)")) }
    return entries
  }

  package var table: HTML { PointTable.html(points, target: target, words: words) }
}
