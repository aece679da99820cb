package import Localization
package import WorkCalendar

/// 经济困难标准 · Hardship line: the income per head up to which a person is in hardship, in fen a month or a year; the
/// line of the place of the accepting centre applies (条例 13; 法律援助法 34). It is data: every province sets its own.
package struct HardshipLine: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, CaseIterable, Codable { case month, year }

  package let amountFen: Int64
  package let unit: Unit
  /// How many months of income before the application are looked at; nil where the source does not say.
  package let lookbackMonths: Int?
  /// Whose income counts; nil where the source does not say: the family that lives together.
  package let household: HouseholdRule?
  /// What one may not own besides; nil: nothing is asked.
  package let assets: AssetRule?
  /// 行政区划代码 · Of which county, city or province the line is; nil: of the office's own place.
  package let regionCode: String?
  package let from: Day?
  package let to: Day?
  /// The document that set it.
  package let source: String?

  package init(
    amountFen: Int64, unit: Unit, lookbackMonths: Int? = nil, household: HouseholdRule? = nil,
    assets: AssetRule? = nil, regionCode: String? = nil, from: Day? = nil, to: Day? = nil, source: String? = nil
  ) {
    self.amountFen = amountFen
    self.unit = unit
    self.lookbackMonths = lookbackMonths
    self.household = household
    self.assets = assets
    self.regionCode = regionCode
    self.from = from
    self.to = to
    self.source = source
  }

  package func isInForce(on day: Day) -> Bool { day.isWithin(from, to) }

  /// Whether so much income of so many people in so many months is at or under the line. Both sides are multiplied
  /// out, so nothing is rounded: one fen over is over.
  package func covers(incomeFen: Int64, months: Int, members: Int) -> Bool {
    let (income, most) = sides(incomeFen: incomeFen, months: months, members: members)
    return income <= most
  }

  /// The two sides that are compared, in fen: a line of the year stands against twelve times the income.
  func sides(incomeFen: Int64, months: Int, members: Int) -> (income: Int128, most: Int128) {
    (
      Int128(incomeFen) * (unit == .month ? 1 : 12), Int128(amountFen) * Int128(months) * Int128(members)
    )
  }

  /// 适用地区 · Whether it is the line of a county, by the county's division code: its own, its city's or its province's.
  /// One that names no place is everybody's.
  package func isLine(of division: String?) -> Bool {
    guard let regionCode else { return true }
    return division?.hasPrefix(Self.stem(regionCode)) == true
  }

  /// Of several lines the nearest place's counts.
  static func nearer(_ a: HardshipLine, _ b: HardshipLine) -> Bool {
    stem(a.regionCode ?? "").count > stem(b.regionCode ?? "").count
  }

  /// 320000 is a province, 320900 a city, 320999 a county (GB/T 2260).
  private static func stem(_ code: String) -> Substring {
    var stem = code[...]
    while stem.hasSuffix("00") { stem = stem.dropLast(2) }
    return stem
  }

  /// 标准 · The line in words: the amount, and what its source asks besides.
  package var words: Text {
    let per = unit == .month ? Text("每月", " a month") : Text("每年", " a year")
    let amount = Text.each {
      "\($0 == .zh ? per.zh : "")\(Format.money(fen: amountFen, $0))\($0 == .en ? per.en : "")"
    }
    let back = lookbackMonths.map { Text("看申请前\($0)个月的收入", "income of the \($0) months before the application") }
    return .list([amount] + [back, household?.name, assets?.name].compactMap(\.self))
  }
}
