package import Kernel
package import Storage
package import WorkCalendar

/// 法律援助人员 · Legal aid person: a lawyer, grassroots worker, volunteer or centre staff who undertakes cases.
package struct LegalAidPerson: Sendable, Hashable {
  package let id: LegalAidPersonID
  package let unit: AgencyID
  package let unitName: String
  package let name: String
  package let kind: UndertakerKind
  package let licenceNumber: String?
  package let firstLicensedOn: Day?
  package let licenceValidTo: Day?
  package let specialties: [String]
  package let languages: [String]
  /// 从事刑事辩护起始日 · Since when he defends in criminal cases, as he declared and the office checked.
  package let criminalSince: Day?
  /// 熟悉未成年人的依据 · What shows that he knows minors; empty where nothing does.
  package let juvenileEvidence: String
  /// 离任法官、检察官 · When he left a court or a procuratorate.
  package let judgeLeftOn: Day?
  /// 不得担任辩护人的情形 · Nil where none is on record.
  package let exclusion: DefenderExclusion?
  package let version: Int
  package let isActive: Bool
  package let isUnitActive: Bool

  init(_ row: Row) throws {
    id = try row.get("id")
    unit = try row.get("unit")
    unitName = try row.get("unit_name")
    name = try row.get("name")
    kind = try row.get("kind")
    licenceNumber = try row.get("licence_number")
    firstLicensedOn = try row.get("first_licensed_on")
    licenceValidTo = try row.get("licence_valid_to")
    specialties = try row.get("specialties", as: String.self).split(separator: ";").map(String.init)
    languages = try row.get("languages", as: String.self).split(separator: ";").map(String.init)
    criminalSince = try row.get("criminal_since")
    juvenileEvidence = try row.get("juvenile_evidence")
    judgeLeftOn = try row.get("judge_left_on")
    exclusion = try row.get("defender_exclusion")
    version = try row.get("version")
    isActive = try row.get("is_active")
    isUnitActive = try row.get("unit_active")
  }
}

package enum LegalAidPersonTable {
  private static let selection: SQL =
    """
    SELECT p.id, p.unit, a.name AS unit_name, p.name, p.kind, p.licence_number, p.first_licensed_on,
      p.licence_valid_to, p.specialties, p.languages, p.criminal_since, p.juvenile_evidence,
      p.judge_left_on, p.defender_exclusion, p.version, p.is_active, a.is_active AS unit_active
    FROM legal_aid_person p JOIN agency a ON a.id = p.unit
    """

  /// Who is on the list; `orClosed` also who was taken off it.
  package static func all(
    _ county: CountyID, orClosed: Bool = false, _ reader: any Reader
  ) throws -> [LegalAidPerson] {
    try reader.rows(
      """
      \(selection) WHERE p.county = \(county) AND p.is_active >= \(orClosed ? 0 : 1)
      ORDER BY a.name, p.name, p.id
      """
    ).map(LegalAidPerson.init)
  }

  package static func of(_ unit: AgencyID, in county: CountyID, _ reader: any Reader) throws -> [LegalAidPerson] {
    try reader.rows(
      "\(selection) WHERE p.county = \(county) AND p.unit = \(unit) AND p.is_active = 1 ORDER BY p.name, p.id"
    ).map(LegalAidPerson.init)
  }

  package static func one(
    _ id: LegalAidPersonID, in county: CountyID, _ reader: any Reader
  ) throws -> LegalAidPerson {
    guard let row = try reader.row("\(selection) WHERE p.county = \(county) AND p.id = \(id)") else {
      throw Refusal.notFound
    }
    return try LegalAidPerson(row)
  }

  package static func named(
    _ name: String, unit: AgencyID, in county: CountyID, _ reader: any Reader
  ) throws -> LegalAidPerson? {
    try reader.row(
      "\(selection) WHERE p.county = \(county) AND p.unit = \(unit) AND p.name = \(name) ORDER BY p.id LIMIT 1"
    ).map(LegalAidPerson.init)
  }

  @discardableResult
  package static func insert(
    name: String, kind: UndertakerKind, unit: AgencyID, user: UserID? = nil, licenceNumber: String? = nil,
    firstLicensedOn: Day? = nil, licenceValidTo: Day? = nil, specialties: [String] = [], isActive: Bool = true,
    in context: ActionContext
  ) throws -> LegalAidPersonID {
    let id = LegalAidPersonID()
    try context.tx.run(
      """
      INSERT INTO legal_aid_person (id, county, unit, user_account, name, kind, licence_number, first_licensed_on,
        licence_valid_to, specialties, is_active, version, last_event)
      VALUES (\(id), \(context.county), \(unit), \(user), \(name), \(kind), \(licenceNumber), \(firstLicensedOn),
        \(licenceValidTo), \(specialties.joined(separator: ";")), \(isActive), 1, \(context.eventNumber))
      """)
    return id
  }
}
