import Localization

/// 数值 · Share: a numerator over a denominator, compared with a target in whole numbers: never by a rounded value.
package struct Share: Sendable, Hashable {
  package let numerator: Int
  package let denominator: Int
  /// 10000 for cases per ten thousand people, 100 for per cent, 1 for a plain ratio.
  package let scale: Int

  package init(_ numerator: Int, _ denominator: Int, scale: Int) {
    self.numerator = numerator
    self.denominator = denominator
    self.scale = scale
  }

  /// `12.0023`; nil where there is nothing to divide by.
  package func value(places: Int) -> String? { Format.ratio(numerator, denominator, scale: scale, places: places) }

  package func meets(_ target: Target, _ comparison: Comparison) -> Bool {
    comparison.holds(gap(target))
  }

  /// 还需件数 · The least number of further cases of the wanted kind that reach the target; nil where no number does:
  /// a share cannot pass a hundred per cent.
  package func toGo(_ target: Target, _ comparison: Comparison, raising: Raising) -> Int? {
    let missing = -gap(target) + (comparison == .above ? 1 : 0)
    guard missing > 0 else { return 0 }
    let unit = Int128(scale) * Int128(target.perOne)
    let step = raising == .numerator ? unit : unit - Int128(target.units)
    guard step > 0 else { return nil }
    return Int((missing + step - 1) / step)
  }

  /// numerator × scale − target × denominator, in units of the target's last decimal.
  private func gap(_ target: Target) -> Int128 {
    Int128(numerator) * Int128(scale) * Int128(target.perOne) - Int128(target.units) * Int128(denominator)
  }
}

/// 比较方式 · Comparison: how a value must stand to its target.
package enum Comparison: String, Sendable, Hashable {
  case atLeast = ">="
  case above = ">"

  func holds(_ gap: Int128) -> Bool { self == .above ? gap > 0 : gap >= 0 }
}

/// 增加方式 · Raising: what one further case of the wanted kind raises.
package enum Raising: Sendable, Hashable { case numerator, both }
