package import Kernel
package import Storage
package import WorkCalendar

/// 经济困难标准（数据） · Hardship lines of a county, each with the days on which it is in force.
package enum HardshipLineTable {
  private static let columns: SQL = """
    amount_fen, unit, lookback_months, household_rule, asset_rule, region_code, from_on, to_on, source
    """

  /// Every line of a county, the newest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [HardshipLine] {
    try reader.rows(
      """
      SELECT \(columns) FROM hardship_line WHERE county = \(county) ORDER BY from_on DESC NULLS LAST, id DESC
      """
    ).map(line)
  }

  /// The line of a county on a day; of several the one that began last.
  package static func inForce(
    on day: Day, in county: CountyID, _ reader: any Reader
  ) throws -> HardshipLine? {
    try reader.row(
      """
      SELECT \(columns) FROM hardship_line
      WHERE county = \(county) AND (from_on IS NULL OR from_on <= \(day)) AND (to_on IS NULL OR to_on >= \(day))
      ORDER BY from_on DESC NULLS LAST, id DESC LIMIT 1
      """
    ).map(line)
  }

  static func insert(_ line: HardshipLine, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO hardship_line (id, county, amount_fen, unit, lookback_months, household_rule, asset_rule, region_code,
        from_on, to_on, source, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(line.amountFen), \(line.unit.rawValue), \(line.lookbackMonths),
        \(line.household?.rawValue), \(line.assets?.rawValue), \(line.regionCode), \(line.from), \(line.to),
        \(line.source), \(context.eventNumber))
      """)
  }

  private static func line(_ row: Row) throws -> HardshipLine {
    HardshipLine(
      amountFen: try row.get("amount_fen"), unit: HardshipLine.Unit(rawValue: try row.get("unit")) ?? .month,
      lookbackMonths: try row.get("lookback_months"),
      household: try row.get("household_rule", as: String?.self).flatMap(HouseholdRule.init(rawValue:)),
      assets: try row.get("asset_rule", as: String?.self).flatMap(AssetRule.init(rawValue:)),
      regionCode: try row.get("region_code"), from: try row.get("from_on"), to: try row.get("to_on"),
      source: try row.get("source"))
  }
}
