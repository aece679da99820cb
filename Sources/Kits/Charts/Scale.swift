/// 标尺 · Scale: from nought to a round number not below the largest value, in at most five equal steps. Where every value
/// is whole, so is every step: nobody counts quarters of a case.
struct Scale {
  let top: Double
  let step: Double

  init(largest: Double, isWhole: Bool = false) {
    let largest = largest > 0 ? largest : 1
    step = Self.step(for: largest, isWhole: isWhole)
    top = (largest / step).rounded(.up) * step
  }

  var ticks: [Double] {
    let count = Int((top / step).rounded())
    return (0...count).map { Double($0) * step }
  }

  func share(_ value: Double) -> Double { min(1, max(0, value / top)) }

  /// The smallest of 1, 2, 2.5, 5 times a power of ten that needs at most four steps.
  private static func step(for largest: Double, isWhole: Bool) -> Double {
    var power = 1.0
    while power * 10 <= largest / 4 { power *= 10 }
    while power > largest / 4 { power /= 10 }
    for factor in [1, 2, 2.5, 5] where power * factor * 4 >= largest {
      let step = power * factor
      if !isWhole || step == step.rounded() { return step }
    }
    return isWhole ? max(1, power * 10) : power * 10
  }
}
