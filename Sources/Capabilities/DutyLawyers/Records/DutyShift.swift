package import Kernel
package import Localization
package import Storage
package import WorkCalendar

package enum DutyShiftRecord {}
package typealias DutyShiftID = ID<DutyShiftRecord>

/// 班次 · Shift: which hours of a day.
package enum Shift: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case wholeDay, morning, afternoon

  package var name: Text {
    switch self {
    case .wholeDay: Text("全天", "Whole day")
    case .morning: Text("上午", "Morning")
    case .afternoon: Text("下午", "Afternoon")
    }
  }

  /// Whether the two share an hour.
  package func meets(_ other: Shift) -> Bool { self == other || self == .wholeDay || other == .wholeDay }
}

/// 值班 · Duty shift: who serves at a place on a day; who stands in for him.
package struct DutyShift: Sendable {
  package let id: DutyShiftID
  package let place: DutyPlaceID
  package let placeName: String
  package let placePhone: String?
  package let day: Day
  package let shift: Shift
  package let lawyer: LegalAidPersonID
  package let lawyerName: String
  package let substitute: LegalAidPersonID?
  package let substituteName: String?
  package let reason: String?
  package let version: Int
  private let phoneSealed: [UInt8]?

  init(_ row: Row) throws {
    id = try row.get("id")
    place = try row.get("place")
    placeName = try row.get("place_name")
    placePhone = try row.get("place_phone")
    day = try row.get("on_day")
    shift = try row.get("shift")
    lawyer = try row.get("lawyer")
    lawyerName = try row.get("lawyer_name")
    substitute = try row.get("substitute")
    substituteName = try row.get("substitute_name")
    reason = try row.get("reason")
    version = try row.get("version")
    phoneSealed = try row.get("phone_sealed")
  }

  /// Who serves, after any substitution.
  package var serving: LegalAidPersonID { substitute ?? lawyer }
  package var servingName: String { substituteName ?? lawyerName }

  /// The telephone of who serves.
  package func phone(_ keys: KeyRing) throws -> String? {
    try phoneSealed.map { try keys.open($0, as: Self.phonePlace(id)) }
  }

  static func phonePlace(_ id: DutyShiftID) -> FieldPlace { FieldPlace("duty_shift", "phone_sealed", id.uuid) }
}

/// 值班表 · Every statement about shifts.
package enum DutyShiftTable {
  private static let selection: SQL =
    """
    SELECT s.*, p.name AS place_name, p.phone AS place_phone, l.name AS lawyer_name, u.name AS substitute_name
    FROM duty_shift s JOIN duty_place p ON p.id = s.place JOIN legal_aid_person l ON l.id = s.lawyer
      LEFT JOIN legal_aid_person u ON u.id = s.substitute
    """

  package static func one(_ id: DutyShiftID, in county: CountyID, _ reader: any Reader) throws -> DutyShift {
    guard let row = try reader.row("\(selection) WHERE s.id = \(id) AND s.county = \(county)") else {
      throw Refusal.notFound
    }
    return try DutyShift(row)
  }

  /// The shifts of some days, at one place or at all.
  package static func all(
    from: Day, to: Day, at place: DutyPlaceID? = nil, in county: CountyID, _ reader: any Reader
  ) throws -> [DutyShift] {
    let there: SQL = place.map { " AND s.place = \($0)" } ?? .empty
    return try reader.rows(
      """
      \(selection) WHERE s.county = \(county) AND s.on_day >= \(from) AND s.on_day <= \(to)\(there)
      ORDER BY s.on_day, p.kind, p.name, s.shift DESC, s.id
      """
    ).map(DutyShift.init)
  }

  static func insert(
    at place: DutyPlaceID, on day: Day, _ shift: Shift, _ lawyer: LegalAidPersonID, phone: String?,
    in context: ActionContext
  ) throws {
    let id = DutyShiftID()
    try context.tx.run(
      """
      INSERT INTO duty_shift (id, county, place, on_day, shift, lawyer, phone_sealed, version, last_event)
      VALUES (\(id), \(context.county), \(place), \(day), \(shift), \(lawyer), \(sealed(phone, id, context)), 1,
        \(context.eventNumber))
      """)
  }

  static func substitute(
    _ id: DutyShiftID, by lawyer: LegalAidPersonID, phone: String?, reason: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      UPDATE duty_shift SET substitute = \(lawyer), phone_sealed = \(sealed(phone, id, context)), reason = \(reason),
        version = version + 1, last_event = \(context.eventNumber) WHERE id = \(id)
      """)
  }

  private static func sealed(_ phone: String?, _ id: DutyShiftID, _ context: ActionContext) throws -> [UInt8]? {
    try phone.map { try context.keys.seal($0, as: DutyShift.phonePlace(id)) }
  }
}
