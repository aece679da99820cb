import Localization
package import WorkCalendar

/// 年底预测 · Forecast: where the year ends if it goes on as it went, and what each remaining month would need.
package enum Forecast {
  /// By straight line over the days of the year, half up; nil before the year begins.
  package static func yearEnd(_ soFar: Int, asOf: Day, year: Int) -> Int? {
    guard asOf.year == year else { return asOf.year > year ? soFar : nil }
    let elapsed = asOf.firstOfYear.days(until: asOf) + 1
    let days = asOf.firstOfYear.days(until: asOf.lastOfYear) + 1
    return Int((Int128(soFar) * Int128(days) * 2 + Int128(elapsed)) / Int128(elapsed * 2))
  }

  /// The month running counts as remaining until its last day.
  package static func monthsLeft(asOf: Day, year: Int) -> Int {
    guard asOf.year == year else { return asOf.year < year ? 12 : 0 }
    return 12 - asOf.month + (asOf == asOf.lastOfMonth ? 0 : 1)
  }

  /// `25.0`: cases a month, half up; nil when the year has no month left.
  package static func perMonth(_ toGo: Int, asOf: Day, year: Int) -> String? {
    Format.ratio(toGo, monthsLeft(asOf: asOf, year: year), places: 1)
  }
}
