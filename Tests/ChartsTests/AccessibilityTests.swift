import Charts
import Markup
import Testing

@Suite("图的无障碍 · Accessible charts")
struct AccessibilityTests {
  static let charts: [any Chart] = [
    ColumnChart(Sample.words, columns: Sample.months([3, 4], forecast: [5]), target: Datum("全年", 12)),
    LineChart(Sample.words, points: Sample.months([3, 4], forecast: [5]), target: Datum("全年", 12)),
    StackedBars(
      Sample.words, series: ["民事", "刑事"],
      rows: [.init("城关镇", parts: [Datum("民事", 30, link: "/a"), Datum("刑事", 10)], total: "40")]),
  ]

  @Test(
    "A drawing is an image with a name and a description, without styles or handlers", arguments: charts.indices)
  func image(index: Int) throws {
    let drawn = try #require(Drawn(Self.charts[index].drawing))
    let svg = try #require(drawn.marks.first)
    #expect(svg.attributes["role"] == "img")
    #expect(drawn.marks.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
    #expect(drawn.text.hasPrefix("各月案件数\n一月至十二月每月批准的案件数\n"))
    let names = drawn.marks.flatMap(\.attributes.keys)
    #expect(names.filter { $0 == "style" || $0.hasPrefix("on") }.isEmpty)
  }

  @Test("Every number is in the table one press away, and leads to its records", arguments: charts.indices)
  func companionTable(index: Int) throws {
    let drawn = try #require(Drawn(Self.charts[index].figure))
    let names = drawn.marks.map(\.name)
    #expect(names.contains("details") && names.contains("table"))
    #expect(drawn.marks.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    let shown = index == 2 ? ["30", "10", "40"] : ["3", "4", "5", "12"]
    let lines = Set(drawn.text.split(separator: "\n").map(String.init))
    #expect(lines.isSuperset(of: shown))
    #expect(drawn.marks.contains { $0.name == "a" && $0.attributes["href"] != nil })
  }

  @Test("Without data the figure says so and has neither key nor table")
  func nothing() throws {
    let empty: [any Chart] = [
      ColumnChart(Sample.words, columns: []), LineChart(Sample.words, points: []),
      StackedBars(Sample.words, series: [], rows: []),
    ]
    for chart in empty {
      let drawn = try #require(Drawn(chart.figure))
      #expect(drawn.text.contains("还没有数据"))
      #expect(!drawn.marks.contains { ["table", "rect", "ul"].contains($0.name) })
    }
  }
}
