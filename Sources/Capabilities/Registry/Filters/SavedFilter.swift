package import Kernel
import Localization
package import Storage
package import Web

/// 常用筛选 · Saved filter: how one person likes to see a list, under a name of his own. Both may name people, so both are
/// encrypted.
struct SavedFilter: Sendable {
  static let mostOfAList = 20
  static let longestName = 20

  let id: UUIDv7
  /// The list's path: /cases.
  let list: String
  let name: String
  let query: String

  var path: String { "\(list)?\(query)" }

  static func place(_ column: String, _ id: UUIDv7) -> FieldPlace { FieldPlace("saved_filter", column, id) }

  init(_ row: Row, _ keys: KeyRing) throws {
    let id: UUIDv7 = try row.get("id")
    self.id = id
    list = try row.get("list")
    name = try keys.open(row.get("name_sealed"), as: Self.place("name_sealed", id))
    query = try keys.open(row.get("query_sealed"), as: Self.place("query_sealed", id))
  }
}

package enum SavedFilterTable {
  static let migration = Migration(id: "registry.filters") { d in
    [
      """
      CREATE TABLE saved_filter (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("user_account")) REFERENCES user_account, list \(d.text) NOT NULL, name_sealed \(d.blob) NOT NULL,
        query_sealed \(d.blob) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX saved_filter_of_user ON saved_filter (county, user_account, list, id)",
    ]
  }

  /// Somebody's filters, of one list or of all, in the order they were saved.
  static func of(
    _ user: UserID, in county: CountyID, list: String? = nil, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [SavedFilter] {
    let ofList: SQL = list.map { "AND list = \($0)" } ?? ""
    return try reader.rows(
      """
      SELECT id, list, name_sealed, query_sealed FROM saved_filter
      WHERE county = \(county) AND user_account = \(user) \(ofList) ORDER BY list, id
      """
    ).map { try SavedFilter($0, keys) }
  }

  /// What a list's page shows of them.
  package static func shown(_ request: WebRequest, _ user: UserID, _ county: CountyID, _ reader: any Reader) throws
    -> SavedFilters
  {
    let kept = try of(user, in: county, list: request.path, request.services.keys, reader)
    let present = request.filteredPath.flatMap { path in kept.contains { $0.path == path } ? nil : path }
    return SavedFilters(
      kept: kept.map { .init(name: $0.name, path: $0.path) }, keepPath: present.map(SavedFilterPages.keepPath),
      managePath: SavedFilterPages.path)
  }
}
