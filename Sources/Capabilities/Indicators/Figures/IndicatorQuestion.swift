package import Kernel
package import WorkCalendar

/// 指标查询 · Indicator question: which year, as seen on which day, narrowed to what.
package struct IndicatorQuestion: Sendable, Hashable {
  package let county: CountyID
  package let year: Int
  /// Facts dated later are left out.
  package let asOf: Day
  package var township: String?
  package var unit: AgencyID?
  /// 1 to 12.
  package var month: Int?

  /// Without a day: the last of a past year, else today.
  package init(
    county: CountyID, year: Int, asOf: Day? = nil, today: Day, township: String? = nil, unit: AgencyID? = nil,
    month: Int? = nil
  ) {
    self.county = county
    self.year = year
    self.asOf = asOf ?? min(today, .literal(year, 12, 31))
    self.township = township
    self.unit = unit
    self.month = month
  }

  package var scope: MeasureScope { scope(of: year, notAfter: asOf) }

  /// 上年同期范围 · The base of growth: all of the year before, or the same month of it.
  package var scopeBefore: MeasureScope { scope(of: year - 1, notAfter: .literal(year - 1, 12, 31)) }

  /// Whether the figures are those of the county for the year, not of a part of either.
  var isWhole: Bool { township == nil && unit == nil && month == nil }

  private func scope(of year: Int, notAfter day: Day) -> MeasureScope {
    let first = Day.literal(year, month ?? 1, 1)
    let last = month == nil ? first.lastOfYear : first.lastOfMonth
    return MeasureScope(county: county, from: first, to: min(last, day), township: township, unit: unit)
  }
}
