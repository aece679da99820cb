import Storage
import WorkCalendar

/// 分月合计表 · Every statement about monthly totals.
enum TotalsTable {
  /// One row: so many facts of a month, at a place.
  struct Key: Hashable {
    let fact: String
    let place: String
    let month: String
    let byMonth: String
    let sinceMonth: String
  }

  struct Amount: Hashable {
    var amount = 0
    /// No fact of it is later than this; empty where none was added.
    var latest = ""

    mutating func add(_ day: Day) {
      amount += 1
      latest = max(latest, day.description)
    }
  }

  struct Amounts {
    private(set) var byKey: [Key: Amount] = [:]

    mutating func add(_ facts: some Sequence<CountedFact>) {
      for fact in facts { for key in fact.keys { byKey[key, default: Amount()].add(fact.latest) } }
    }

    mutating func remove(_ facts: some Sequence<CountedFact>) {
      for fact in facts { for key in fact.keys { byKey[key, default: Amount()].amount -= 1 } }
    }
  }

  static func isKept(_ county: CountyID, _ reader: any Reader) throws -> Bool { try version(county, reader) != nil }

  static func version(_ county: CountyID, _ reader: any Reader) throws -> String? {
    try reader.value("SELECT version FROM totals_kept WHERE county = \(county)", as: String.self)
  }

  static func markKept(_ county: CountyID, _ version: String, _ tx: any Writer) throws {
    try tx.run("INSERT INTO totals_kept (county, version) VALUES (\(county), \(version))")
  }

  static func forget(_ county: CountyID, _ tx: any Writer) throws {
    try tx.run("DELETE FROM totals_kept WHERE county = \(county)")
    try tx.run("DELETE FROM monthly_total WHERE county = \(county)")
    try tx.run("DELETE FROM counted_record WHERE county = \(county)")
  }

  /// The sum over whole months at some places; nil where the last of them has facts later than `last`.
  static func sum(
    _ fact: String, _ places: [TotalPlace], months: ClosedRange<String>, last: Day,
    _ county: CountyID, _ reader: any Reader
  ) throws -> Int? {
    let row = try reader.row(
      """
      SELECT COALESCE(SUM(amount), 0) AS amount, MAX(CASE WHEN amount > 0 THEN latest END) AS latest
      FROM monthly_total WHERE county = \(county) AND fact = \(fact) AND place IN \(list: places.map(\.key))
        AND month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND by_month <= \(months.upperBound)
        AND since_month < \(months.lowerBound)
      """)
    guard let row else { return nil }
    let latest: String? = try row.get("latest")
    guard (latest ?? "") <= last.description else { return nil }
    return try row.get("amount")
  }

  static func all(_ county: CountyID, _ reader: any Reader) throws -> [Key: Int] {
    try reader.rows(
      """
      SELECT fact, place, month, by_month, since_month, amount FROM monthly_total
      WHERE county = \(county) AND amount <> 0
      ORDER BY fact, place, month, by_month, since_month
      """
    ).reduce(into: [:]) { totals, row in
      let key = Key(
        fact: try row.get("fact"), place: try row.get("place"), month: try row.get("month"),
        byMonth: try row.get("by_month"), sinceMonth: try row.get("since_month"))
      totals[key] = try row.get("amount")
    }
  }

  /// What these records added when they were last read.
  static func facts(
    of records: [UUIDv7], _ source: FactSource, _ county: CountyID, _ reader: any Reader
  ) throws -> [UUIDv7: String] {
    try reader.rows(
      """
      SELECT record, facts FROM counted_record
      WHERE county = \(county) AND source = \(source.key) AND record IN \(list: records)
      """
    ).reduce(into: [:]) { $0[try $1.get("record")] = try $1.get("facts") }
  }

  static func save(
    _ facts: [(record: UUIDv7, text: String)], _ source: FactSource, _ county: CountyID, _ tx: any Writer
  ) throws {
    try facts.inParts(of: 100) { part in
      let rows = part.map { row -> SQL in "(\(county), \(source.key), \(row.record), \(row.text))" }
      try tx.run(
        "INSERT INTO counted_record (county, source, record, facts) VALUES " + rows.joined(", ")
          + " ON CONFLICT (county, source, record) DO UPDATE SET facts = excluded.facts")
    }
  }

  static func add(_ amounts: Amounts, _ county: CountyID, _ tx: any Writer) throws {
    let sorted = amounts.byKey.sorted {
      ($0.key.fact, $0.key.place, $0.key.month, $0.key.byMonth, $0.key.sinceMonth)
        < ($1.key.fact, $1.key.place, $1.key.month, $1.key.byMonth, $1.key.sinceMonth)
    }
    try sorted.inParts(of: 100) { part in
      let rows = part.map { key, value -> SQL in
        """
        (\(county), \(key.fact), \(key.place), \(key.month), \(key.byMonth), \(key.sinceMonth), \(value.amount),
          \(value.latest))
        """
      }
      try tx.run(
        "INSERT INTO monthly_total (county, fact, place, month, by_month, since_month, amount, latest) VALUES "
          + rows.joined(", ")
            + """
             ON CONFLICT (county, fact, place, month, by_month, since_month) DO UPDATE
            SET amount = monthly_total.amount + excluded.amount,
              latest = CASE WHEN excluded.latest > monthly_total.latest THEN excluded.latest ELSE monthly_total.latest END
            """)
    }
  }
}
