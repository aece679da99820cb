package import Kernel
package import Storage
package import WorkCalendar

/// 县 · County: the tenant; one event chain, one set of number series, one key ring.
package struct County: Sendable, Hashable {
  package let id: CountyID
  package let name: String
  package let code: String
  /// 简称 · The word used in numbers.
  package let shortName: String
  package let isDemo: Bool
  /// A demo of a past year lives on this fixed day.
  package let businessDay: Day?
  /// How many events its chain has: whoever remembers the number knows whether anything happened since.
  package let chainCount: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    name = try row.get("name")
    code = try row.get("code")
    shortName = try row.get("short_name")
    isDemo = try row.get("is_demo")
    businessDay = try row.get("business_day")
    chainCount = try row.get("chain_count")
  }
}

package enum CountyTable {
  private static let columns: SQL = "id, name, code, short_name, is_demo, business_day, chain_count"

  package static func all(_ reader: any Reader) throws -> [County] {
    try reader.rows("SELECT \(columns) FROM county ORDER BY id").map(County.init)
  }

  package static func of(_ id: CountyID, _ reader: any Reader) throws -> County {
    guard let row = try reader.row("SELECT \(columns) FROM county WHERE id = \(id)") else { throw Refusal.notFound }
    return try County(row)
  }
}
