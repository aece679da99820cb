import Charts
import Markup
import Testing

@Suite("按月的图 · Monthly charts")
struct MonthlyChartTests {
  static let series: [[Int]] = [
    [], [7], [0], [0, 0, 0], [1, 2, 3], [64, 52, 90, 88, 97, 101, 99, 75, 82, 94, 60, 77], [1_000_000, 1],
    Array(1...40),
  ]

  @Test("Every mark lies inside the drawing", arguments: series)
  func inside(counts: [Int]) throws {
    let points = Sample.months(counts)
    for target in [nil, Datum("目标", 80), Datum("目标", 0)] {
      let columns = ColumnChart(Sample.words, columns: points, target: target)
      let line = LineChart(Sample.words, points: points, target: target)
      #expect(try #require(Drawn(columns.drawing)).isInside)
      #expect(try #require(Drawn(line.drawing)).isInside)
    }
  }

  @Test("A column is as high as its value: equal heights for equal values, twice for twice, none for nought")
  func heights() throws {
    let drawn = try #require(Drawn(ColumnChart(Sample.words, columns: Sample.months([20, 40, 20, 0])).drawing))
    let heights = drawn.boxes("c-bar").map { $0.number("height") }
    #expect(heights.count == 4)
    #expect(heights[0] == heights[2])
    #expect(abs(heights[1] - 2 * heights[0]) < 0.05)
    #expect(heights[3] == 0)
  }

  @Test("Columns stand on one ground, do not touch, and keep their order")
  func places() throws {
    let drawn = try #require(Drawn(ColumnChart(Sample.words, columns: Sample.months([3, 9, 4, 6])).drawing))
    let boxes = drawn.boxes("c-bar")
    #expect(Set(boxes.map { (($0.number("y") + $0.number("height")) * 10).rounded() }).count == 1)
    for (left, right) in zip(boxes, boxes.dropFirst()) {
      #expect(left.number("x") + left.number("width") < right.number("x"))
    }
  }

  @Test("The target's line stands at the height of a column with the target's value")
  func targetHeight() throws {
    let chart = ColumnChart(Sample.words, columns: Sample.months([75, 80]), target: Datum("目标", 75))
    let drawn = try #require(Drawn(chart.drawing))
    let line = try #require(drawn.lines("c-target").first)
    #expect(line.number("y1") == drawn.boxes("c-bar").first?.number("y"))
    #expect(line.number("y1") == line.number("y2"))
  }

  @Test("Counts are marked off in whole numbers", arguments: [1, 2, 3, 5, 7, 9, 10, 23, 100])
  func wholeSteps(largest: Int) throws {
    let chart = ColumnChart(Sample.words, columns: Sample.months([largest, 0]))
    #expect(try #require(Drawn(chart.drawing)).text.contains(".") == false)
  }

  @Test("A target above every value still fits and the values shrink under it")
  func farTarget() throws {
    let chart = ColumnChart(Sample.words, columns: Sample.months([5]), target: Datum("目标", 100))
    let drawn = try #require(Drawn(chart.drawing))
    #expect(drawn.isInside)
    #expect(try #require(drawn.boxes("c-bar").first).number("height") < drawn.height / 10)
  }

  @Test("The expected part is dashed, the known part is not, and they join")
  func forecast() throws {
    let points = Sample.months([10, 20, 30], forecast: [40, 50])
    let drawn = try #require(Drawn(LineChart(Sample.words, points: points).drawing))
    let known = drawn.lines("c-bar")
    let expected = drawn.lines("c-forecast")
    #expect(known.count == 2 && known.allSatisfy { $0.attributes["stroke-dasharray"] == nil })
    #expect(expected.count == 2 && expected.allSatisfy { $0.attributes["stroke-dasharray"] != nil })
    #expect(known.last?.number("x2") == expected.first?.number("x1"))
    #expect(known.last?.number("y2") == expected.first?.number("y1"))
    #expect(drawn.boxes("c-bar").isEmpty)
  }

  @Test("Values below nought and what is not a number are drawn as nought")
  func oddValues() throws {
    let points = [Datum("1月", -5, shown: "-5"), Datum("2月", .nan, shown: "—"), Datum("3月", .infinity, shown: "∞")]
    let drawn = try #require(Drawn(ColumnChart(Sample.words, columns: points).drawing))
    #expect(drawn.isInside)
    #expect(drawn.boxes("c-bar").allSatisfy { $0.number("height") == 0 })
  }
}
