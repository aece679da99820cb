package import Kernel
import Localization
package import Storage
import WorkCalendar

/// 机构 · Agency: an organisation in a county's tree: bureau, centre, station, firm, grassroots office, organ.
package struct Agency: Sendable, Hashable {
  package let id: AgencyID
  package let kind: AgencyKind
  package let name: String
  package let parent: AgencyID?
  package let township: String?
  package let address: String?
  package let phone: String?
  /// 部队代号 · Of a station at a military unit; its name is kept nowhere.
  package let unitCode: String?
  package let isActive: Bool
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    kind = try row.get("kind")
    name = try row.get("name")
    parent = try row.get("parent")
    township = try row.get("township")
    address = try row.get("address")
    phone = try row.get("phone")
    unitCode = try row.get("unit_code")
    isActive = try row.get("is_active")
    version = try row.get("version")
  }
}

/// 机构表 · Every statement about agencies.
package enum AgencyTable {
  private static let columns: SQL =
    "id, kind, name, parent, township, address, phone, unit_code, is_active, version"

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [Agency] {
    try reader.rows("SELECT \(columns) FROM agency WHERE county = \(county) ORDER BY kind, name, id").map(
      Agency.init)
  }

  package static func of(_ id: AgencyID, in county: CountyID, _ reader: any Reader) throws -> Agency {
    guard
      let row = try reader.row("SELECT \(columns) FROM agency WHERE id = \(id) AND county = \(county)")
    else { throw Refusal.notFound }
    return try Agency(row)
  }

  /// The one agency of a kind that a county has just once: its bureau, its centre.
  package static func only(_ kind: AgencyKind, in county: CountyID, _ reader: any Reader) throws -> Agency {
    guard
      let row = try reader.row(
        "SELECT \(columns) FROM agency WHERE county = \(county) AND kind = \(kind) ORDER BY id LIMIT 1")
    else { throw Refusal.notFound }
    return try Agency(row)
  }

  package static func named(
    _ name: String, _ kind: AgencyKind, in county: CountyID, _ reader: any Reader
  ) throws -> Agency? {
    try reader.row(
      "SELECT \(columns) FROM agency WHERE county = \(county) AND kind = \(kind) AND name = \(name)"
    ).map(Agency.init)
  }

  /// Who holds a role at an agency, today or from a later day.
  static func holders(_ agency: AgencyID, on day: Day, in county: CountyID, _ reader: any Reader) throws -> [String]
  {
    try reader.rows(
      """
      SELECT DISTINCT u.name AS name, u.id AS id FROM role_grant g JOIN user_account u ON u.id = g.user_account
      WHERE g.county = \(county) AND g.agency = \(agency) AND u.is_active = 1
        AND (g.to_on IS NULL OR g.to_on >= \(day)) ORDER BY u.name, u.id
      """
    ).map { try $0.get("name") }
  }

  /// The township's own work station.
  package static func station(
    of township: String, in county: CountyID, _ reader: any Reader
  ) throws -> Agency? {
    try reader.row(
      """
      SELECT \(columns) FROM agency WHERE county = \(county) AND kind = \(AgencyKind.station)
        AND township = \(township) ORDER BY id LIMIT 1
      """
    ).map(Agency.init)
  }

  /// 乡镇 · The townships of the county, in the order their stations were set up, then those the office's dictionary adds.
  package static func townships(_ county: CountyID, _ reader: any Reader) throws -> [String] {
    let stations = try withStation(county, reader)
    return stations
      + (try ListEntryTable.words(.townships, in: county, reader).filter { !stations.contains($0) })
  }

  private static func withStation(_ county: CountyID, _ reader: any Reader) throws -> [String] {
    try reader.rows(
      """
      SELECT township FROM agency WHERE county = \(county) AND kind = \(AgencyKind.station)
        AND township IS NOT NULL ORDER BY id
      """
    ).map { try $0.get("township") }
  }

  /// An agency and everything under it.
  package static func withDescendants(
    _ id: AgencyID, in county: CountyID, _ reader: any Reader
  ) throws -> [AgencyID] {
    let children = Dictionary(
      grouping: try reader.rows("SELECT id, parent FROM agency WHERE county = \(county) ORDER BY id")
        .map { (id: try $0.get("id", as: AgencyID.self), parent: try $0.get("parent", as: AgencyID?.self)) },
      by: \.parent)
    var (found, index) = ([id], 0)
    while index < found.count {
      found += (children[found[index]] ?? []).map(\.id)
      index += 1
    }
    return found
  }

  /// What keeps a unit's name out: a code stands only with a station, and nothing beside it names the unit.
  static func refusals(
    _ kind: AgencyKind, unitCode: String?, name: String, township: String?, address: String?
  ) -> [Refusal] {
    guard let unitCode else { return [] }
    let misplaced =
      kind == .station
      ? nil
      : Refusal(
        "agency.unitCode",
        Text("只有工作站填写部队代号，请清空这一项。", "Only a work station has a unit code: leave it empty."), field: "unitCode")
    return [
      misplaced, UnitCode.read(unitCode) == nil ? UnitCode.wrong(at: "unitCode") : nil,
      UnitCode.refusal(name, at: "name"), UnitCode.refusal(township, at: "township"),
      UnitCode.refusal(address, at: "address"),
    ].compactMap(\.self)
  }

  @discardableResult
  package static func insert(
    _ kind: AgencyKind, name: String, parent: AgencyID?, township: String? = nil, address: String? = nil,
    phone: String? = nil, unitCode: String? = nil, isActive: Bool = true, in context: ActionContext
  ) throws -> AgencyID {
    let id = AgencyID()
    try context.tx.run(
      """
      INSERT INTO agency (id, county, kind, name, parent, township, address, phone, unit_code, is_active, version,
        last_event)
      VALUES (\(id), \(context.county), \(kind), \(name), \(parent), \(township), \(address), \(phone), \(unitCode),
        \(isActive), 1, \(context.eventNumber))
      """)
    return id
  }
}
