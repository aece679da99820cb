package import WorkCalendar

/// 经济困难标准 · Hardship line: the income per head up to which a person is in hardship, in fen a month or a year; the
/// line of the place of the accepting centre applies (条例 13; 法律援助法 34). It is data: every province sets its own.
package struct HardshipLine: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, CaseIterable, Codable { case month, year }

  package let amountFen: Int64
  package let unit: Unit
  /// How many months of income before the application are looked at; nil where the source does not say.
  package let lookbackMonths: Int?
  package let from: Day?
  package let to: Day?
  /// The document that set it.
  package let source: String?

  package init(
    amountFen: Int64, unit: Unit, lookbackMonths: Int? = nil, from: Day? = nil, to: Day? = nil,
    source: String? = nil
  ) {
    self.amountFen = amountFen
    self.unit = unit
    self.lookbackMonths = lookbackMonths
    self.from = from
    self.to = to
    self.source = source
  }

  package func isInForce(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  /// Whether so much income of so many people in so many months is at or under the line. Both sides are multiplied
  /// out, so nothing is rounded: one fen over is over.
  package func covers(incomeFen: Int64, months: Int, members: Int) -> Bool {
    let line = Int128(amountFen) * Int128(months) * Int128(members)
    return unit == .month ? Int128(incomeFen) <= line : Int128(incomeFen) * 12 <= line
  }
}
