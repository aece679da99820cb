import Intake
package import Kernel
import Localization
import Registry
package import Storage
import WorkCalendar

/// 法律帮助表 · Every statement that reads and changes legal help.
package enum LegalHelpTable {
  static let columns: SQL =
    """
    h.*, place.name AS place_name, person.name AS person_name, person.protection, l.name AS lawyer_name,
    a.name AS unit_name
    """
  static let source: SQL =
    """
    legal_help h JOIN duty_place place ON place.id = h.place JOIN person ON person.id = h.person
      LEFT JOIN legal_aid_person l ON l.id = h.undertaker LEFT JOIN agency a ON a.id = h.unit
    """

  /// The record if the person asking may see it; else it is not there.
  package static func one(
    _ id: LegalHelpID, for principal: Principal, _ reader: any Reader
  ) throws -> LegalHelp {
    let row = try reader.row("SELECT \(columns) FROM \(source) WHERE h.id = \(id) AND \(principal.scope("h"))")
    guard let row else { throw Refusal.notFound }
    return try LegalHelp(row)
  }

  static func all(_ ids: [UUIDv7], _ reader: any Reader) throws -> [LegalHelp] {
    try reader.rows("SELECT \(columns) FROM \(source) WHERE h.id IN \(list: ids) ORDER BY h.id")
      .map(LegalHelp.init)
  }

  /// All that a person was given, the newest first.
  static func of(_ person: PersonID, in county: CountyID, _ reader: any Reader) throws -> [LegalHelp] {
    try reader.rows(
      """
      SELECT \(columns) FROM \(source) WHERE h.county = \(county) AND h.person = \(person)
      ORDER BY h.received_at DESC, h.id DESC LIMIT 500
      """
    ).map(LegalHelp.init)
  }

  static func list(
    _ conditions: SQL, order: SQL, limit: Int, offset: Int, _ reader: any Reader
  ) throws -> (all: [LegalHelp], total: Int) {
    let rows = try reader.rows(
      """
      SELECT \(columns), COUNT(*) OVER () AS total FROM \(source) WHERE \(conditions)
      ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
      """)
    return (try rows.map(LegalHelp.init), try rows.first?.get("total") ?? 0)
  }

  /// The number of help of the same person in the same stage that is not over.
  static func unfinished(
    _ person: PersonID, _ stage: Stage, in county: CountyID, _ reader: any Reader
  ) throws -> String? {
    try reader.value(
      """
      SELECT number FROM legal_help WHERE county = \(county) AND person = \(person) AND stage = \(stage.rawValue)
        AND state IN \(list: [LegalHelpState.requested, .dispatched, .met]) ORDER BY id LIMIT 1
      """)
  }

  /// Everything that happened to it, newest first.
  static func events(of id: LegalHelpID, in county: CountyID, _ reader: any Reader) throws -> [Event] {
    try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND subject_kind = 'legalHelp'
        AND subject_id = \(id) ORDER BY number DESC
      """
    ).map(Event.init)
  }

  static func update(_ id: LegalHelpID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE legal_help SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }
}

extension ActionContext {
  /// The help that an action is about: in scope, as it was shown, and, of a lawyer who gives it, his own.
  func legalHelp(_ id: LegalHelpID, own: Bool = false) throws -> LegalHelp {
    let found = try LegalHelpTable.one(id, for: principal, tx)
    if own, !principal.isSystem, !principal.has(.receptionist), found.lawyer != principal.undertaker {
      throw Refusal.notAllowed
    }
    try requireVersion(found.version)
    return found
  }
}
