import Charts
package import Localization
import Markup

/// 指标说法 · How an indicator is put into words and bars.
extension Indicator {
  /// `11.08`, `19.01`, `—`.
  var shown: String { share?.value(places: 2) ?? "—" }

  var unit: Text? {
    switch kind {
    case .volume: Text("件", " cases")
    case .growth: nil
    default: .same("%")
    }
  }

  var shownWithUnit: Text { share == nil ? .same("—") : .same(shown) + (unit ?? .same("")) }

  var shownTarget: Text? {
    target.map { .same($0.description) + (kind == .growth ? .same("") : unit ?? .same("")) }
  }

  /// The name, the figure, and how it stands.
  package func told(_ question: IndicatorQuestion) -> Text {
    name + .same(" ") + shownWithUnit + Text("（", " (") + standing(question) + Text("）", ")")
  }

  /// Why there is no figure, or what the target is and what it still takes.
  func standing(_ question: IndicatorQuestion) -> Text {
    if let reason { return reason }
    guard share != nil else { return whyNoShare }
    guard let target = shownTarget, let isMet else { return base ?? Text("未设目标", "No target is set") }
    let led = Text("目标\(target.zh)", "Target \(target.en)")
    if isMet { return led + Text("，已达到", ", reached") }
    guard let toGo else { return led + Text("，今年已不能达到", ", out of reach this year") }
    return led + Text("，还需\(toGo)件", ", \(toGo) more needed") + perMonth(toGo, question)
  }

  /// Growth says what it is measured by.
  private var base: Text? {
    guard kind == .growth, let numerator, let denominator else { return nil }
    return Text(
      "今年\(Format.count(numerator))件，上年\(Format.count(denominator))件",
      "\(Format.count(numerator)) this year, \(Format.count(denominator)) last year")
  }

  private func perMonth(_ toGo: Int, _ question: IndicatorQuestion) -> Text {
    guard question.month == nil,
      let each = Forecast.perMonth(toGo, asOf: question.asOf, year: question.year)
    else { return .same("") }
    return Text("，月均\(each)件", ", \(each) a month")
  }

  private var whyNoShare: Text {
    switch kind {
    case .volume: Text("没有人口数，请在年度要点中填写", "The plan gives no population")
    case .growth: Text("没有上年受理数，请导入上年案件", "Last year’s figure is missing: import its cases")
    default: Text("期内没有案件", "No cases in the period")
    }
  }

  func bullet(_ language: Language) -> HTML {
    guard let share, let target, let isMet, let shownTarget else { return .empty }
    let words = Text("\(shown)，目标\(shownTarget.zh)", "\(shown), target \(shownTarget.en)")
    return BulletChart(
      description: words[language], value: share.drawn, target: Double(target.units) / Double(target.perOne),
      isMet: isMet
    ).drawing
  }
}

extension Share {
  /// For drawing only; what is compared and printed is exact.
  var drawn: Double { Double(numerator) * Double(scale) / Double(denominator) }
}
