/// 图色 · Ink: the colours of charts: a class for the screen, light or dark, and a fixed colour for paper.
enum Ink: Sendable, Equatable {
  case bar, forecast, target, grid, words, good, late, base
  case series(Int)

  static let seriesCount = 4

  var className: String {
    switch self {
    case .bar: "c-bar"
    case .forecast: "c-forecast"
    case .target: "c-target"
    case .grid: "c-grid"
    case .words: "c-words"
    case .good: "c-good"
    case .late: "c-late"
    case .base: "c-base"
    case .series(let index): "c-series-\(index % Self.seriesCount + 1)"
    }
  }

  var colour: String {
    switch self {
    case .bar: "#12518f"
    case .forecast: "#7fa3c9"
    case .target: "#1b2430"
    case .grid: "#d9dee5"
    case .words: "#55606e"
    case .good: "#1d6b3a"
    case .late: "#b3261e"
    case .base: "#e9eef5"
    case .series(let index): ["#12518f", "#1f7a6d", "#8a5300", "#6b5b95"][index % Self.seriesCount]
    }
  }
}
