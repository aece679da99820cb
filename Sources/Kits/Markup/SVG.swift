/// 图形元素 · SVG: the elements of drawings; their colours come from classes, with attributes as the fallback on paper.
package enum SVG {
  package static let svg = Element("svg")
  package static let g = Element("g")
  package static let title = Element("title")
  package static let desc = Element("desc")
  package static let text = Element("text")
  package static let rect = VoidElement("rect")
  package static let line = VoidElement("line")
  package static let path = VoidElement("path")
  package static let circle = VoidElement("circle")
}

/// Geometry and presentation of drawings. A length is in pixels, or a share of the drawing's width in percent.
extension Attribute {
  package enum Length: Sendable, Hashable {
    case pixels(Double)
    case percent(Double)

    var rendered: String {
      switch self {
      case .pixels(let value): Self.short(value)
      case .percent(let value): Self.short(value) + "%"
      }
    }

    /// Two decimals at most; what is not a number is nought.
    static func short(_ value: Double) -> String {
      guard value.isFinite, value.magnitude < 1_000_000 else { return "0" }
      let hundredths = Int((value * 100).rounded())
      let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
      let sign = hundredths < 0 ? "-" : ""
      if rest == 0 { return "\(sign)\(whole)" }
      if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
      return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
  }

  package enum TextAnchor: String, Sendable { case start, middle, end }

  package static var svgNamespace: Attribute { Attribute("xmlns", "http://www.w3.org/2000/svg") }
  package static func viewBox(_ text: String) -> Attribute { Attribute("viewBox", text) }
  package static func x(_ length: Length) -> Attribute { Attribute("x", length.rendered) }
  package static func y(_ length: Length) -> Attribute { Attribute("y", length.rendered) }
  package static func x1(_ length: Length) -> Attribute { Attribute("x1", length.rendered) }
  package static func y1(_ length: Length) -> Attribute { Attribute("y1", length.rendered) }
  package static func x2(_ length: Length) -> Attribute { Attribute("x2", length.rendered) }
  package static func y2(_ length: Length) -> Attribute { Attribute("y2", length.rendered) }
  package static func cx(_ length: Length) -> Attribute { Attribute("cx", length.rendered) }
  package static func cy(_ length: Length) -> Attribute { Attribute("cy", length.rendered) }
  package static func r(_ pixels: Double) -> Attribute { Attribute("r", Length.short(pixels)) }
  package static func width(_ length: Length) -> Attribute { Attribute("width", length.rendered) }
  package static func height(_ length: Length) -> Attribute { Attribute("height", length.rendered) }
  package static func d(_ path: String) -> Attribute { Attribute("d", path) }
  package static func fill(_ colour: String) -> Attribute { Attribute("fill", colour) }
  package static func stroke(_ colour: String) -> Attribute { Attribute("stroke", colour) }
  package static func strokeWidth(_ pixels: Double) -> Attribute { Attribute("stroke-width", Length.short(pixels)) }
  package static func strokeFirst() -> Attribute { Attribute("paint-order", "stroke") }
  package static func dashes(_ pattern: String) -> Attribute { Attribute("stroke-dasharray", pattern) }
  package static func transform(_ moves: String) -> Attribute { Attribute("transform", moves) }
  package static func textAnchor(_ anchor: TextAnchor) -> Attribute { Attribute("text-anchor", anchor.rawValue) }
  package static func fontSize(_ pixels: Double) -> Attribute { Attribute("font-size", Length.short(pixels)) }
  package static func focusable(_ flag: Bool) -> Attribute { Attribute("focusable", flag ? "true" : "false") }
}
