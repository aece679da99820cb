import Kernel
import Storage

/// 案件事实 · Case fact: what a case counts for, once: the list behind a figure and the case's part in the totals are both
/// made from it.
struct CaseFact: Sendable {
  let name: String
  /// The column, or expression on `aid_case`, with the day it counts on.
  let day: SQL
  /// Where it is not NULL, it counts only in periods that end on that day or later.
  let by: SQL?
  /// A condition on `aid_case`, beginning with AND.
  let condition: SQL

  init(_ name: String, on day: SQL, by: SQL? = nil, and condition: SQL = .empty) {
    self.name = name
    self.day = day
    self.by = by
    self.condition = condition
  }

  var set: CountedSet {
    CountedSet(.facts(name)) { scope in
      var sql: SQL = "\(day) BETWEEN \(scope.from) AND \(scope.to)"
      if let by { sql += " AND (\(by) IS NULL OR \(by) <= \(scope.to))" }
      return Self.cases(scope, by: day, sql + condition)
    }
  }

  /// Two columns of a case's row: the day where it counts, and its bound.
  func columns(_ number: Int) -> SQL {
    let (counts, bound) = (SQL(unchecked: "day\(number)"), SQL(unchecked: "by\(number)"))
    return "CASE WHEN 1 = 1\(condition) THEN \(day) END AS \(counts), \(by ?? "NULL") AS \(bound)"
  }

  /// A concealed case counts, but its number is not told. A group case stands there as often as it counts.
  static func cases(_ scope: MeasureScope, by day: SQL = "accepted_on", _ condition: SQL) -> SQL {
    var sql: SQL =
      """
      SELECT id, CASE WHEN matter IN (SELECT matter FROM concealment WHERE county = \(scope.county)) THEN NULL
        ELSE number END AS number, \(day) AS day FROM aid_case \(CaseRecipientTable.counted(scope.county))
      WHERE county = \(scope.county) AND \(condition)
      """
    if let township = scope.township { sql += " AND township = \(township)" }
    if let unit = scope.unit { sql += " AND unit = \(unit)" }
    return sql
  }
}

/// 庭审事实 · Hearing fact: a case counts in a period that has such a hearing of it, once however many there are.
struct HearingFact: Sendable {
  let name: String
  /// A condition on `hearing`, beginning with AND.
  var condition: SQL = .empty

  var set: CountedSet {
    CountedSet(.facts(name)) { scope in
      let held: SQL =
        """
        FROM hearing WHERE county = \(scope.county) AND is_held = 1 AND held_on BETWEEN \(scope.from) AND \(scope.to)
        """
      return CaseFact.cases(
        scope, by: "(SELECT MIN(held_on) \(held + condition) AND hearing.aid_case = aid_case.id)",
        "id IN (SELECT aid_case \(held + condition))")
    }
  }

  /// Each such hearing of the cases with the one before it, so that a period counts the first of those in it.
  func hearings(_ cases: [UUIDv7]) -> SQL {
    """
    SELECT hearing.aid_case AS id, hearing.held_on AS day,
      LAG(hearing.held_on) OVER (PARTITION BY hearing.aid_case ORDER BY hearing.held_on, hearing.id) AS since,
      aid_case.township, aid_case.unit
    FROM hearing JOIN aid_case ON aid_case.id = hearing.aid_case
    WHERE hearing.aid_case IN \(list: cases) AND hearing.is_held = 1\(condition)
    ORDER BY hearing.aid_case, hearing.held_on, hearing.id
    """
  }
}
