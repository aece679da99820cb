package import Markup

/// 统计图 · Chart: a series as a drawing, with the same numbers as a table one click away.
///
/// Widths are shares of the drawing, heights are pixels: on a phone the chart narrows and its letters do not shrink.
package protocol Chart: Sendable {
  var words: ChartWords { get }
  var height: Double { get }
  var isEmpty: Bool { get }
  var marks: HTML { get }
  var key: [KeyEntry] { get }
  var table: HTML { get }
}

/// 图例 · Key entry: a colour of the chart and what it stands for.
package struct KeyEntry: Sendable {
  let ink: Ink
  let name: String
}

extension Chart {
  /// The drawing alone, as it also stands in a printed report.
  package var drawing: HTML {
    let height = isEmpty ? 96 : height
    return SVG.svg(
      .svgNamespace, .class("chart"), .role(.img), .width(.percent(100)), .height(.pixels(height)),
      .focusable(false)
    ) {
      SVG.title { words.title }
      SVG.desc { isEmpty ? words.empty : words.description }
      if isEmpty {
        Pen.label(words.empty, x: 50, y: height / 2, anchor: .middle)
      } else {
        marks
      }
    }
  }

  /// Drawing, key and table.
  package var figure: HTML {
    Markup.figure(.class("figure")) {
      figcaption { words.title }
      if !isEmpty && key.count > 1 { legend }
      drawing
      if !isEmpty {
        details(.class("data")) {
          summary { words.dataTable }
          div(.class("scroll"), .tabindex(0), .role(.region), .ariaLabel(words.title)) { table }
        }
      }
    }
  }

  private var legend: HTML {
    ul(.class("key"), .ariaHidden()) {
      for entry in key {
        li {
          Pen.swatch(entry.ink)
          entry.name
        }
      }
    }
  }
}
