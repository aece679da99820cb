import Storage

/// 成批写入 · Bulk insert: rows of one table, some dozen to a statement.
struct BulkInsert {
  private let into: SQL
  private var rows: [SQL] = []
  private static let perStatement = 40

  /// `aid_case (id, county, …)`
  init(_ into: SQL) { self.into = into }

  mutating func add(_ row: SQL) { rows.append(row) }

  /// How many were written.
  func write(_ tx: any Writer) throws -> Int {
    for start in stride(from: 0, to: rows.count, by: Self.perStatement) {
      let some = rows[start..<min(start + Self.perStatement, rows.count)]
      try tx.run("INSERT INTO \(into) VALUES \(some.joined(", "))")
    }
    return rows.count
  }
}
