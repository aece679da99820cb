import Charts
import Markup
import Testing

@Suite("占比的图 · Charts of shares")
struct ShareChartTests {
  @Test("The largest bar fills the width, others in proportion, parts in order without overlap")
  func stacked() throws {
    let rows: [StackedBars.Row] = [
      .init("城关镇", parts: [Datum("民事", 60), Datum("刑事", 40)], total: "100"),
      .init("河东镇", parts: [Datum("民事", 0), Datum("刑事", 50)], total: "50"),
    ]
    let drawn = try #require(Drawn(StackedBars(Sample.words, series: ["民事", "刑事"], rows: rows).drawing))
    let civil = drawn.boxes("c-series-1")
    let criminal = drawn.boxes("c-series-2")
    #expect(drawn.isInside)
    #expect(civil.count == 1 && criminal.count == 2)
    #expect(abs(civil[0].number("width") - 60) < 0.5)
    #expect(abs(criminal[0].number("x") + criminal[0].number("width") - 100) < 0.5)
    #expect(abs(criminal[1].number("width") - 50) < 0.5)
    #expect(civil[0].number("x") + civil[0].number("width") < criminal[0].number("x"))
  }

  @Test("Rows of nothing but noughts draw no parts")
  func noughts() throws {
    let rows = [StackedBars.Row("城关镇", parts: [Datum("民事", 0)], total: "0")]
    let drawn = try #require(Drawn(StackedBars(Sample.words, series: ["民事"], rows: rows).drawing))
    #expect(drawn.isInside)
    #expect(drawn.marks.allSatisfy { $0.name != "rect" })
  }

  @Test(
    "The bullet passes its target's mark only when the value passes the target",
    arguments: [(11.08, 12.0), (12.0, 12.0), (13.5, 12.0), (0.0, 12.0), (5.0, 0.0), (0.0, 0.0), (.nan, .nan)])
  func bullet(value: Double, target: Double) throws {
    let chart = BulletChart(
      description: "\(value)，目标 \(target)", value: value, target: target, isMet: value >= target)
    let drawn = try #require(Drawn(chart.drawing))
    #expect(drawn.isInside)
    let bar = try #require(drawn.boxes(value >= target ? "c-good" : "c-late").first)
    let mark = try #require(drawn.lines("c-target").first)
    #expect((bar.number("width") > mark.number("x1")) == (value > target))
  }
}
