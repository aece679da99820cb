package import Markup

/// 子弹图 · Bullet chart: where a value stands on the way to its target; small enough for a card, so without a table.
package struct BulletChart: Sendable {
  package let description: String
  package let value: Double
  package let target: Double
  package let isMet: Bool

  /// `description` says both numbers, for those who cannot see the bar.
  package init(description: String, value: Double, target: Double, isMet: Bool) {
    self.description = description
    self.value = value
    self.target = target
    self.isMet = isMet
  }

  private static let height = 10.0

  package var drawing: HTML {
    let value = Datum("", value, shown: "").drawn
    let target = Datum("", target, shown: "").drawn
    let full = max(value, target) > 0 ? max(value, target) * 1.15 : 1
    return SVG.svg(
      .svgNamespace, .class("bullet"), .role(.img), .width(.percent(100)), .height(.pixels(Self.height)),
      .focusable(false)
    ) {
      SVG.title { description }
      Pen.box(.base, x: 0, y: 1, width: 100, height: Self.height - 2)
      Pen.box(isMet ? .good : .late, x: 0, y: 1, width: value / full * 100, height: Self.height - 2)
      Pen.line(.target, from: (target / full * 100, 0), to: (target / full * 100, Self.height), width: 2)
    }
  }
}
