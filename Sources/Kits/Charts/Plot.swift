import Markup

/// 绘图区 · Plot: where the columns and points of a monthly chart stand, with its ground lines and labels.
struct Plot {
  static let height = 216.0
  static let left = 9.0
  private static let topEdge = 28.0
  private static let baseline = 186.0

  let points: [Datum]
  let target: Datum?
  let scale: Scale

  init(points: [Datum], target: Datum?) {
    self.points = points
    self.target = target
    let drawn = (points + [target].compactMap(\.self)).map(\.drawn)
    scale = Scale(largest: drawn.max() ?? 0, isWhole: drawn.allSatisfy { $0 == $0.rounded() })
  }

  var slot: Double { (100 - Self.left) / Double(max(1, points.count)) }

  var bottom: Double { Self.baseline }

  func centre(_ index: Int) -> Double { Self.left + slot * (Double(index) + 0.5) }

  func y(_ value: Double) -> Double { Self.baseline - (Self.baseline - Self.topEdge) * scale.share(value) }

  var ground: HTML {
    .fragment {
      for tick in scale.ticks {
        Pen.line(.grid, from: (0, y(tick)), to: (100, y(tick)))
        Pen.label(Self.short(tick), x: 0, y: y(tick) - 4, anchor: .start)
      }
    }
  }

  var labels: HTML {
    .fragment {
      for (index, point) in points.enumerated() {
        SVG.g(.class("c-odd").when(isSecond(index))) {
          if points.count <= 14 { Pen.value(point.shown, x: centre(index), y: y(point.drawn) - 7, anchor: .middle) }
          if fromLast(index) % labelEvery == 0 {
            Pen.label(point.label, x: centre(index), y: Self.baseline + 19, anchor: .middle)
          }
        }
      }
    }
  }

  /// Where many stand close, a phone shows every second label, and always the last one.
  private func isSecond(_ index: Int) -> Bool {
    points.count > 8 && fromLast(index) % (2 * labelEvery) != 0
  }

  private func fromLast(_ index: Int) -> Int { points.count - 1 - index }

  var targetLine: HTML {
    guard let target else { return .empty }
    return Pen.line(.target, from: (Self.left, y(target.drawn)), to: (100, y(target.drawn)), width: 1.5)
  }

  private var labelEvery: Int { max(1, (points.count + 11) / 12) }

  private static func short(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }
}
