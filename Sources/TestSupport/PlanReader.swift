package import Storage

/// 查询计划 · Plan reader: notes how SQLite goes about each statement that it is asked.
package final class PlanReader: Reader {
  private let reader: any Reader
  /// The steps of each statement, in the order of asking.
  package private(set) var plans: [[String]] = []

  package init(_ reader: any Reader) { self.reader = reader }

  package var dialect: Dialect { reader.dialect }

  package func rows(_ sql: SQL) throws -> [Row] {
    try note(sql)
    return try reader.rows(sql)
  }

  package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    try note(sql)
    try reader.each(sql, body)
  }

  /// 通读 · The steps that go through a whole table, or through all of a county: what grows with the years. The few concealed
  /// matters, and what a statement has made for itself, do not.
  package var walks: [String] {
    plans.flatMap { plan in
      let made = plan.compactMap { step -> String? in
        let words = step.split(separator: " ").map(String.init)
        return ["MATERIALIZE", "CO-ROUTINE"].contains(words.first ?? "") ? words.last : nil
      }
      return plan.filter { step in
        let words = step.split(separator: " ").map(String.init)
        guard let verb = words.first, words.count > 1, !made.contains(words[1]) else { return false }
        return verb == "SCAN" && words[1] != "CONSTANT" && !step.contains("VIRTUAL TABLE")
          || verb == "SEARCH" && words[1] != "concealment" && step.hasSuffix("(county=?)")
      }
    }
  }

  private func note(_ sql: SQL) throws {
    plans.append(try reader.rows("EXPLAIN QUERY PLAN " + sql).map { try $0.get("detail") })
  }
}
