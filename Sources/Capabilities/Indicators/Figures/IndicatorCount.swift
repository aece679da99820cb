package import Kernel
package import Localization
package import Storage

/// 指标计数 · Indicator count: asks the records, through the measures that other capabilities give.
package struct IndicatorCount {
  let question: IndicatorQuestion
  let plan: Plan?
  let reader: any Reader

  package init(question: IndicatorQuestion, plan: Plan?, reader: any Reader) {
    self.question = question
    self.plan = plan
    self.reader = reader
  }

  package func indicator(_ kind: IndicatorKind, _ measure: Measure?) throws -> Indicator {
    let target = plan?.targets[kind.key]
    guard let measure = measure?.over(plan?.denominators?[kind.key]) else {
      return Indicator(kind: kind, numerator: nil, denominator: nil, target: target, reason: kind.whyNotYet)
    }
    return Indicator(
      kind: kind, numerator: try measure.numerator.count(question.scope, reader),
      denominator: try denominator(kind, measure), target: target, reason: nil)
  }

  /// 另一种算法 · What the figure would be over the denominators that were not chosen, by their names.
  package func alternatives(_ kind: IndicatorKind, _ measure: Measure) throws -> [(name: Text, share: Share)] {
    let chosen = measure.over(plan?.denominators?[kind.key])
    let numerator = try chosen.numerator.count(question.scope, reader)
    return try chosen.alternatives.map { other in
      (other.name, Share(numerator, try other.denominator.count(question.scope, reader), scale: kind.scale))
    }
  }

  private func denominator(_ kind: IndicatorKind, _ measure: Measure) throws -> Int? {
    switch kind {
    case .volume: return population
    case .growth:
      if let frozen = try frozenBase() { return frozen }
      let counted = try measure.numerator.count(question.scopeBefore, reader)
      if counted > 0 { return counted }
      if question.isWhole { return plan?.lastYear?.accepted }
      return try hasCasesBefore(measure) ? 0 : nil
    default: return try measure.denominator?.count(question.scope, reader)
    }
  }

  /// Last year as it was frozen; a part of the county or the year has no frozen base.
  package func frozenBase() throws -> Int? {
    question.isWhole ? try FrozenYearTable.of(question.year - 1, in: question.county, reader) : nil
  }

  /// Of a unit or a month no population is known but the whole one.
  private var population: Int? {
    guard let township = question.township else { return plan?.population?.persons }
    return plan?.townshipPopulation[township]
  }

  /// Whether last year's figure comes from the records; the plan's own cannot be split.
  private func hasCasesBefore(_ measure: Measure) throws -> Bool {
    let whole = IndicatorQuestion(county: question.county, year: question.year, today: question.asOf)
    return try measure.numerator.count(whole.scopeBefore, reader) > 0
  }
}
