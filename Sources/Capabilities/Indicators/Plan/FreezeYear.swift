package import Kernel
import Localization
package import Storage
import WorkCalendar

/// 冻结年度基数 · Freezes how many cases a year had, once it is over, as the base of the next year's growth (统计法; AT-3.3).
/// What is recorded of that year later is an adjustment beside the base and never moves it. Refuses a year that is not
/// over, and one that is frozen already.
package struct FreezeYear: Action {
  package static let permission = Permission.loadPlan
  private let year: Int
  private let cases: CountedSet

  /// - Parameter growth: the measure K0, whose numerator is what a year has accepted.
  package init(_ year: Int, growth: Measure) {
    self.year = year
    cases = growth.numerator
  }

  package func perform(in context: ActionContext) throws -> Int {
    guard year < context.today.year else { throw Self.notOver }
    if let frozen = try FrozenYearTable.of(year, in: context.county, context.tx) {
      throw Refusal(
        "year.frozen",
        Text("\(year)年的基数已经冻结：\(frozen)件。", "The base of \(year) is frozen already: \(frozen) cases."))
    }
    let scope = MeasureScope(county: context.county, from: .literal(year, 1, 1), to: .literal(year, 12, 31))
    let accepted = try cases.counted(scope, context.tx)
    try FrozenYearTable.save(year, accepted: accepted, in: context)
    context.record(
      "year.frozen", .county(context.county),
      facts: ["year": .number(Int64(year)), "accepted": .number(Int64(accepted))])
    return accepted
  }

  private static let notOver = Refusal(
    "year.running", Text("这一年还没有结束，不能冻结。", "That year is not over and cannot be frozen yet."))
}

/// 冻结年度表 · Every statement about frozen years.
package enum FrozenYearTable {
  static let migration = Migration(id: "indicators.frozen.001") { d in
    [
      """
      CREATE TABLE frozen_year (
        \(d.id("county")) REFERENCES county, year \(d.integer) NOT NULL, accepted \(d.integer) NOT NULL,
        frozen_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL, PRIMARY KEY (county, year)
      ) \(d.tableSuffix)
      """
    ] + d.forbidChange(table: "frozen_year")
  }

  /// How many cases the year had when it was frozen; nil while it is not.
  package static func of(_ year: Int, in county: CountyID, _ reader: any Reader) throws -> Int? {
    try reader.value("SELECT accepted FROM frozen_year WHERE county = \(county) AND year = \(year)", as: Int.self)
  }

  static func save(_ year: Int, accepted: Int, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO frozen_year (county, year, accepted, frozen_on, last_event)
      VALUES (\(context.county), \(year), \(accepted), \(context.today), \(context.eventNumber))
      """)
  }
}
