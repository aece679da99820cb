package import Storage
package import WorkCalendar

/// 计数集合 · Counted set: the records that a part of a measure counts. The list behind a figure is `records`; the figure
/// itself is read from the monthly totals where they can tell it, and counted from that list where they cannot.
package struct CountedSet: Sendable {
  /// How the totals tell the number.
  package enum Total: Sendable {
    /// As many as have this fact in the period.
    case facts(String)
    /// As many as had the first fact by the period's end, and not the second before its beginning.
    case stock(begun: String, ended: String)
  }

  /// A SELECT of the columns `id`, `number`, which is NULL where the record is concealed, and `day`.
  private let records: @Sendable (MeasureScope) -> SQL
  package let total: Total
  /// The places whose totals add up to the scope; nil where none do.
  let places: @Sendable (MeasureScope, any Reader) throws -> [TotalPlace]?

  /// The day in a row of the records.
  package let day: @Sendable (Row) throws -> Day

  package init(
    _ total: Total, day: @escaping @Sendable (Row) throws -> Day = { try $0.get("day") },
    places: @escaping @Sendable (MeasureScope, any Reader) throws -> [TotalPlace]? = { scope, _ in
      TotalPlace.of(scope).map { [$0] }
    },
    records: @escaping @Sendable (MeasureScope) -> SQL
  ) {
    self.total = total
    self.day = day
    self.places = places
    self.records = records
  }

  package func callAsFunction(_ scope: MeasureScope) -> SQL { records(scope) }

  /// How many there are; the same whether the totals tell it or the records.
  package func count(_ scope: MeasureScope, _ reader: any Reader) throws -> Int {
    try Totals.count(self, scope, reader) ?? counted(scope, reader)
  }

  /// 逐条计数 · Counted from the records, one by one.
  package func counted(_ scope: MeasureScope, _ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM (\(records(scope))) counted", as: Int.self) ?? 0
  }
}

/// 合计地点 · Total place: the county, one township, or one unit.
package enum TotalPlace: Sendable, Hashable {
  case county
  case township(String)
  case unit(AgencyID)

  /// Nil for a unit's part of a township: that is counted from the records.
  static func of(_ scope: MeasureScope) -> TotalPlace? {
    switch (scope.township, scope.unit) {
    case (nil, nil): .county
    case (let township?, nil): .township(township)
    case (nil, let unit?): .unit(unit)
    case (_?, _?): nil
    }
  }

  var key: String {
    switch self {
    case .county: ""
    case .township(let name): "township " + name
    case .unit(let id): "unit \(id)"
    }
  }
}
