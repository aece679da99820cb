import Kernel
import Registry
import Storage
import WorkCalendar

/// 通知 · Notice: something another person did to a matter of one's own: an event, and the record it is about.
struct Notice: Sendable {
  let number: Int
  let kind: String
  let at: Instant
  let actor: String
  let hit: SearchHit

  init(_ row: Row) throws {
    number = try row.get("number")
    kind = try row.get("event_kind")
    at = try row.get("at")
    actor = try row.get("actor_name")
    hit = try SearchHit(row)
  }
}

/// One's own matters are those one undertakes, those of the firm one manages, those one did something in before, and
/// those where the event names one; what is handed to an agency (``NoticeKinds/toAgency``) is told to all who act for it.
enum NoticeTable {
  /// So many of the county's latest events are looked at, however long somebody has not been here.
  static let window = 3_000

  /// How many there are after an event.
  static func count(after number: Int, _ principal: Principal, _ reader: any Reader) throws -> Int {
    guard let user = principal.user else { return 0 }
    return try reader.value("SELECT COUNT(*) \(source(user, principal, after: number))") ?? 0
  }

  /// The latest first, the new and the read.
  static func latest(_ principal: Principal, limit: Int, _ reader: any Reader) throws -> [Notice] {
    guard let user = principal.user else { return [] }
    return try reader.rows(
      """
      SELECT event.number, event.kind AS event_kind, event.at, event.actor_name, \(SearchHit.columns)
      \(source(user, principal, after: start(principal.county, reader)))
      ORDER BY event.number DESC, event.id LIMIT \(limit)
      """
    ).map(Notice.init)
  }

  /// The last event that somebody has read.
  static func read(by user: UserID, in county: CountyID, _ reader: any Reader) throws -> Int {
    try reader.value(
      "SELECT event_number FROM notice_reading WHERE county = \(county) AND user_account = \(user)") ?? 0
  }

  private static func start(_ county: CountyID, _ reader: any Reader) throws -> Int {
    try (reader.value("SELECT chain_count FROM county WHERE id = \(county)", as: Int.self) ?? 0) - window
  }

  private static func source(_ user: UserID, _ principal: Principal, after number: Int) -> SQL {
    """
    FROM event JOIN search_entry ON search_entry.kind = event.subject_kind
      AND search_entry.subject_id = event.subject_id
    WHERE event.county = \(principal.county) AND event.number > \(number) AND event.kind IN \(list: NoticeKinds.all)
      AND event.actor IS NOT NULL AND event.actor <> \(user)
      AND \(principal.sight("search_entry", id: "subject_id")) AND (\(own(user, principal)))
    """
  }

  private static func own(_ user: UserID, _ principal: Principal) -> SQL {
    var sql: SQL =
      """
      EXISTS (SELECT 1 FROM event mine WHERE mine.subject_kind = event.subject_kind
        AND mine.subject_id = event.subject_id AND mine.actor = \(user) AND mine.number < event.number)
      OR EXISTS (SELECT 1 FROM event_subject named WHERE named.subject_kind = 'user' AND named.subject_id = \(user)
        AND named.county = event.county AND named.event_number = event.number)
      OR event.kind IN \(list: NoticeKinds.toAgency) AND EXISTS (SELECT 1 FROM event_subject named
        WHERE named.subject_kind = 'agency' AND named.subject_id = \(principal.agency)
        AND named.county = event.county AND named.event_number = event.number)
      """
    if let undertaker = principal.undertaker { sql += " OR search_entry.undertaker = \(undertaker)" }
    if principal.has(.firmManager) { sql += " OR search_entry.unit IN \(list: principal.agencies)" }
    return sql
  }
}
