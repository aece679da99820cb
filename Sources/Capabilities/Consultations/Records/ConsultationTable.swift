package import Kernel
import Localization
import Registry
package import Storage
import WorkCalendar

/// 咨询表（数据） · Consultation table: every statement that reads consultations.
package enum ConsultationTable {
  private static let columns: SQL =
    "c.*, o.name AS origin_name, \(Protection.known(by: "c")) AS protection"
  private static let selection: SQL = "SELECT \(columns) FROM consultation c JOIN agency o ON o.id = c.origin"

  static func one(_ id: ConsultationID, in county: CountyID, _ reader: any Reader) throws -> Consultation {
    try found(reader.row("\(selection) WHERE c.id = \(id) AND c.county = \(county)"))
  }

  /// The consultation if the person asking may see it; else it is not there.
  package static func one(
    _ id: ConsultationID, for principal: Principal, _ reader: any Reader
  ) throws -> Consultation {
    try found(reader.row("\(selection) WHERE c.id = \(id) AND \(principal.scope("c"))"))
  }

  static func all(_ ids: [UUIDv7], _ reader: any Reader) throws -> [Consultation] {
    try reader.rows("\(selection) WHERE c.id IN \(list: ids) ORDER BY c.id")
      .map(Consultation.init)
  }

  /// 以前的咨询 · What somebody asked before, by his identity number or his phone, newest first.
  package static func earlier(
    identityNumber: String, phone: String, but id: ConsultationID? = nil, limit: Int = 10, for principal: Principal,
    _ keys: KeyRing, _ reader: any Reader
  ) throws -> [Consultation] {
    let hashes = (
      identityNumber.isEmpty ? nil : PersonTable.identityHash(identityNumber, keys),
      phone.isEmpty ? nil : PersonTable.phoneHash(phone, keys)
    )
    guard hashes.0 != nil || hashes.1 != nil else { return [] }
    return try reader.rows(
      """
      \(selection) WHERE \(principal.scope("c"))
        AND (c.identity_hash = \(hashes.0) OR c.phone_hash = \(hashes.1))
      ORDER BY c.served_at DESC, c.id DESC LIMIT \(limit)
      """
    ).map(Consultation.init).filter { $0.id != id }
  }

  static func list(
    _ conditions: SQL, order: SQL, limit: Int, offset: Int, _ reader: any Reader
  ) throws -> (all: [Consultation], total: Int) {
    let rows = try reader.rows(
      """
      SELECT \(columns), COUNT(*) OVER () AS total FROM consultation c
      JOIN agency o ON o.id = c.origin WHERE \(conditions) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
      """)
    return (try rows.map(Consultation.init), try rows.first?.get("total") ?? 0)
  }

  /// Everything that happened to it, newest first.
  static func events(of id: ConsultationID, in county: CountyID, _ reader: any Reader) throws -> [Event] {
    try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND subject_kind = 'consultation'
        AND subject_id = \(id) ORDER BY number DESC
      """
    ).map(Event.init)
  }

  private static func found(_ row: Row?) throws -> Consultation {
    guard let row else { throw Refusal.notFound }
    return try Consultation(row)
  }
}

extension ActionContext {
  /// The consultation that an action is about, if it may be seen and is still the one that was shown.
  func consultation(_ id: ConsultationID) throws -> Consultation {
    let found = try ConsultationTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    return found
  }

  /// 转为申请 · Closes a consultation with the application that came of it. Refuses one that has become an application already.
  package func linkConsultation(_ id: ConsultationID, to application: ApplicationID) throws {
    let it = try ConsultationTable.one(id, for: principal, tx)
    guard it.application == nil else {
      throw Refusal(
        "consultation.linked",
        Text("这次咨询已经转为申请，请查看原申请。", "This consultation has become an application already: look at that one."))
    }
    try tx.run(
      """
      UPDATE consultation SET application = \(application), state = \(ConsultationState.closed),
        handling = COALESCE(handling, \(ConsultationHandling.toApplication)), closed_on = COALESCE(closed_on, \(today)),
        version = version + 1, last_event = \(eventNumber) WHERE id = \(id)
      """)
    try stopAll(on: .consultation(id))
  }
}
