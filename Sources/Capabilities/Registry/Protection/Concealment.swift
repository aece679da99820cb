package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 不予显示的依据 · Concealment: why a matter's records are found by nobody in ordinary work. Indicators still count them.
package enum ConcealmentGround: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  /// 犯罪记录封存 · Of who was under 18 when the offence was done and was sentenced to five years or less (刑事诉讼法 286).
  case sealed
  /// 限制处理 · Storage only, where deletion was asked and the archive must be kept (个人信息保护法 47).
  case restricted

  package var name: Text {
    switch self {
    case .sealed: Text("封存", "Sealed")
    case .restricted: Text("限制处理", "Restricted")
    }
  }

  package var basis: LegalBasis {
    switch self {
    case .sealed: LegalBasis(.criminalProcedure2018, "286")
    case .restricted: LegalBasis(.personalInformation, "47")
    }
  }
}

/// 封存登记 · A matter that is concealed: since when, by whom, on what ground and for what reason.
package struct Concealment: Sendable {
  package let matter: MatterID
  package let ground: ConcealmentGround
  package let reason: String
  package let setBy: String
  package let setOn: Day

  package init(_ row: Row) throws {
    matter = try row.get("matter")
    ground = try row.get("ground")
    reason = try row.get("reason")
    setBy = try row.get("set_by")
    setOn = try row.get("set_on")
  }
}

package enum ConcealmentTable {
  private static let columns: SQL = "matter, ground, reason, set_by, set_on"

  package static func of(
    _ matter: MatterID, in county: CountyID, _ reader: any Reader
  ) throws -> [Concealment] {
    try reader.rows(
      "SELECT \(columns) FROM concealment WHERE county = \(county) AND matter = \(matter) ORDER BY ground, matter"
    ).map(Concealment.init)
  }

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [Concealment] {
    try reader.rows(
      """
      SELECT \(columns) FROM concealment WHERE county = \(county) ORDER BY set_on DESC, matter, ground LIMIT 500
      """
    ).map(Concealment.init)
  }

  package static func insert(
    _ ground: ConcealmentGround, _ matter: MatterID, reason: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO concealment (county, matter, ground, reason, set_by, set_on, last_event)
      VALUES (\(context.county), \(matter), \(ground), \(reason), \(context.principal.name), \(context.today),
        \(context.eventNumber))
      """)
  }

  package static func delete(_ ground: ConcealmentGround, _ matter: MatterID, in context: ActionContext) throws {
    try context.tx.run(
      "DELETE FROM concealment WHERE county = \(context.county) AND matter = \(matter) AND ground = \(ground)")
  }

  /// 查阅 · Lets one person find the matter for the rest of the day.
  package static func open(_ matter: MatterID, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO concealment_opening (county, matter, user_account, opened_on, last_event)
      VALUES (\(context.county), \(matter), \(context.principal.user), \(context.today), \(context.eventNumber))
      ON CONFLICT (matter, user_account, opened_on) DO NOTHING
      """)
  }

  /// What a user has opened and may find today.
  static func opened(by user: UserID, on day: Day, _ reader: any Reader) throws -> [MatterID] {
    try reader.rows(
      """
      SELECT matter FROM concealment_opening WHERE user_account = \(user) AND opened_on = \(day) ORDER BY matter
      """
    ).map { try $0.get("matter") }
  }
}

extension Principal {
  /// 视野 · What one may find of applications and cases: data scope without the concealed matters, except those that this
  /// person opened today with a reason. For every query of pages, lists, searches and exports over a table with a
  /// column `matter`; figures that only count use ``scope(_:)`` or the county alone.
  package func sight(_ table: String, id: String = "id") -> SQL {
    "\(scope(table, id: id)) AND \(unconcealed(table))"
  }

  /// The part of it that is not data scope, for queries over the whole county.
  package func unconcealed(_ table: String) -> SQL {
    guard !isSystem else { return "1 = 1" }
    let open: SQL = "\(raw: table).matter NOT IN (SELECT matter FROM concealment WHERE county = \(county))"
    return openedMatters.isEmpty ? open : "(\(open) OR \(raw: table).matter IN \(list: openedMatters))"
  }
}
