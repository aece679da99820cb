import Markup
import Testing

@Suite("页面片段 · HTML")
struct RenderingTests {
  @Test("Elements nest, void elements close themselves, an empty element keeps its end tag")
  func shape() {
    let html = div(.class("sheet")) {
      h2 { "标题" }
      br()
      span {}
    }
    #expect(html.rendered() == #"<div class="sheet"><h2>标题</h2><br/><span></span></div>"#)
  }

  @Test("if, else, switch, for and optionals", arguments: [true, false])
  func controlFlow(isLate: Bool) {
    let nothing: String? = nil
    let html = ul {
      if isLate { li { "late" } } else { li { "in time" } }
      for number in 1...3 { li { String(number) } }
      if let nothing { li { nothing } }
      switch isLate {
      case true: li { "!" }
      case false: HTML.empty
      }
      [li { "x" }, li { "y" }]
    }
    let expected = isLate ? "<ul><li>late</li>" : "<ul><li>in time</li>"
    let end = isLate ? "<li>!</li><li>x</li><li>y</li></ul>" : "<li>x</li><li>y</li></ul>"
    #expect(html.rendered() == expected + "<li>1</li><li>2</li><li>3</li>" + end)
  }

  @Test("Boolean attributes stand or are absent; nil is absent; an empty value is a value")
  func attributes() {
    let box = input(.type(.checkbox), .checked(), .required(false), .id(nil), .value(""), .class("a").when(false))
    #expect(box.rendered() == #"<input type="checkbox" checked="" value=""/>"#)
  }

  @Test("A document is well-formed XML with an HTML doctype")
  func document() throws {
    let page = html(.lang("zh-Hans")) {
      head {
        meta(.charset("utf-8"))
        title { "我的待办" }
      }
      body { p { "好" } }
    }
    let bytes = page.document()
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"))
    #expect(try #require(Parsed(bytes)).nodes.map(\.name) == ["html", "head", "meta", "title", "body", "p"])
  }

  @Test("What is empty says so")
  func emptiness() {
    #expect(HTML.fragment([.empty, .text("")]).isEmpty)
    #expect(!span {}.isEmpty)
    #expect(!HTML.text(" ").isEmpty)
  }

  @Test("Trusted markup stands as written")
  func trusted() {
    #expect(
      div { HTML.raw("<svg><path d=\"M0 0\"/></svg>") }.rendered() == #"<div><svg><path d="M0 0"/></svg></div>"#)
  }

  @Test("Lengths have two decimals at most and are always numbers")
  func lengths() {
    func x(_ value: Double) -> String { SVG.rect(.x(.percent(value))).rendered() }
    #expect(x(12.345) == #"<rect x="12.35%"/>"#)
    #expect(x(12.5) == #"<rect x="12.5%"/>"#)
    #expect(x(0.04) == #"<rect x="0.04%"/>"#)
    #expect(x(-0.5) == #"<rect x="-0.5%"/>"#)
    #expect(x(.nan) == #"<rect x="0%"/>"#)
    #expect(x(.infinity) == #"<rect x="0%"/>"#)
  }

  @Test("A table of sixty cells renders fast even without optimisation")
  func speed() {
    let list = Self.sixtyCells
    let clock = ContinuousClock()
    let fastest = (0..<20).map { _ in clock.measure { _ = list().bytes() } }.min()
    #expect((fastest ?? .seconds(1)) < .milliseconds(5))
  }

  private static func sixtyCells() -> HTML {
    table {
      tbody {
        for row in 1...12 {
          tr {
            for column in 1...5 { td(.class("num")) { "第 \(row) 行 & 第 \(column) 列" } }
          }
        }
      }
    }
  }
}
