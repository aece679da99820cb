package import Storage

/// 年度要点的表 · Table of a year's plan as it was loaded.
package enum IndicatorsMigration {
  package static let all = [first]

  private static let first = Migration(id: "indicators.001") { d in
    [
      """
      CREATE TABLE plan (
        \(d.id("county")) REFERENCES county, year \(d.integer) NOT NULL, content \(d.text) NOT NULL,
        version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL,
        PRIMARY KEY (county, year)
      ) \(d.tableSuffix)
      """
    ]
  }
}
