package import Kernel
package import Localization
package import Storage

package enum DutyPlaceRecord {}
package typealias DutyPlaceID = ID<DutyPlaceRecord>

/// 值班地点类别 · Duty place kind: where duty lawyers sit (刑事诉讼法 2018, 36: 看守所、法院等场所).
package enum DutyPlaceKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case detentionHouse, procuratorate, court

  package var name: Text {
    switch self {
    case .detentionHouse: Text("看守所", "Detention house")
    case .procuratorate: Text("人民检察院", "Procuratorate")
    case .court: Text("人民法院", "Court")
    }
  }
}

/// 值班地点 · Duty place: a work station in a detention house, a procuratorate or a court.
package struct DutyPlace: Sendable, Hashable {
  package let id: DutyPlaceID
  package let kind: DutyPlaceKind
  package let name: String
  /// 值班电话 · The telephone of the post; an office's, no person's.
  package let phone: String?
  /// 设立依据 · The local document it was founded by; without one nothing is recorded before the law knew duty lawyers.
  package let document: String?

  init(_ row: Row) throws {
    id = try row.get("id")
    kind = try row.get("kind")
    name = try row.get("name")
    phone = try row.get("phone")
    document = try row.get("document")
  }
}

/// 值班地点表 · Every statement about duty places.
package enum DutyPlaceTable {
  private static let columns: SQL = "id, kind, name, phone, document"

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [DutyPlace] {
    try reader.rows("SELECT \(columns) FROM duty_place WHERE county = \(county) ORDER BY kind, name, id").map(
      DutyPlace.init)
  }

  package static func one(_ id: DutyPlaceID, in county: CountyID, _ reader: any Reader) throws -> DutyPlace {
    guard let row = try reader.row("SELECT \(columns) FROM duty_place WHERE id = \(id) AND county = \(county)")
    else { throw Refusal.notFound }
    return try DutyPlace(row)
  }

  static func insert(
    _ id: DutyPlaceID, _ kind: DutyPlaceKind, name: String, phone: String?, document: String?,
    in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO duty_place (id, county, kind, name, phone, document, last_event)
      VALUES (\(id), \(context.county), \(kind), \(name), \(phone), \(document), \(context.eventNumber))
      """)
  }
}
