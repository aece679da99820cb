import Storage

extension KernelMigration {
  /// 分月合计 · The monthly totals, what each record adds to them, and the counties whose totals are kept.
  static let totals = Migration(id: "kernel.totals") { d in
    [
      """
      CREATE TABLE monthly_total (
        \(d.id("county")) REFERENCES county, fact \(d.text) NOT NULL, place \(d.text) NOT NULL, month \(d.text) NOT NULL,
        by_month \(d.text) NOT NULL, since_month \(d.text) NOT NULL, amount \(d.integer) NOT NULL, latest \(d.text) NOT NULL,
        PRIMARY KEY (county, fact, place, month, by_month, since_month)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE counted_record (
        \(d.id("county")) REFERENCES county, source \(d.text) NOT NULL, \(d.id("record")), facts \(d.text) NOT NULL,
        PRIMARY KEY (county, source, record)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE totals_kept (
        \(d.id("county")) PRIMARY KEY REFERENCES county, version \(d.text) NOT NULL
      ) \(d.tableSuffix)
      """,
    ]
  }
}
