package import Localization
package import WorkCalendar

/// 统计范围 · Measure scope: whose cases, of which days. Facts are counted when dated from `from` to `to`, both
/// included.
package struct MeasureScope: Sendable, Hashable {
  package var county: CountyID
  package var from: Day
  package var to: Day
  package var township: String?
  package var unit: AgencyID?

  package init(county: CountyID, from: Day, to: Day, township: String? = nil, unit: AgencyID? = nil) {
    self.county = county
    self.from = from
    self.to = to
    self.township = township
    self.unit = unit
  }

  /// The same scope a year before: the base of growth.
  package var yearBefore: MeasureScope {
    var other = self
    other.from = .literal(from.year - 1, 1, 1)
    other.to = .literal(from.year - 1, 12, 31)
    return other
  }
}

/// 指标 · Measure: one of the plan's numbers, counted by the capability that owns the records.
package struct Measure: Sendable {
  package let key: String
  package let name: Text
  package let numerator: CountedSet
  /// Nil where the denominator is not a set of cases (population, last year's figure).
  package let denominator: CountedSet?
  package let countingRule: Text
  /// Where one of the counted records stands, before its id; nil where they are of several kinds.
  package let recordPath: String?
  /// 另一种算法 · Other denominators in use: the plan may choose one; those not chosen are shown beside the figure.
  package let alternatives: [Alternative]

  package struct Alternative: Sendable {
    package let key: String
    package let name: Text
    package let denominator: CountedSet

    package init(_ key: String, _ name: Text, denominator: CountedSet) {
      self.key = key
      self.name = name
      self.denominator = denominator
    }
  }

  package init(
    key: String, name: Text, countingRule: Text, numerator: CountedSet, denominator: CountedSet?,
    alternatives: [Alternative] = [],
    recordPath: String? = "/cases/"
  ) {
    self.key = key
    self.name = name
    self.countingRule = countingRule
    self.recordPath = recordPath
    self.numerator = numerator
    self.denominator = denominator
    self.alternatives = alternatives
  }

  /// The same measure over another of its denominators, the usual one then being the alternative.
  package func over(_ chosen: String?) -> Measure {
    guard let denominator, let one = alternatives.first(where: { $0.key == chosen }) else { return self }
    let usual = Alternative("usual", Text("通常的分母", "The usual denominator"), denominator: denominator)
    return Measure(
      key: key, name: name, countingRule: countingRule, numerator: numerator, denominator: one.denominator,
      alternatives: [usual] + alternatives.filter { $0.key != chosen }, recordPath: recordPath)
  }
}
