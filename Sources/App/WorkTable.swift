import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 经办记录（数据） · Work table: what one person did, and what he took part in that is not finished; from the events.
enum WorkTable {
  /// 已办 · One thing done: what, when, on which record.
  struct Done: Sendable {
    let kind: String
    let at: Instant
    let hit: SearchHit
  }

  /// Whether this person did anything since the county had so many events.
  static func acted(_ user: UserID, in county: CountyID, after number: Int, _ reader: any Reader) throws -> Bool {
    try reader.value(
      "SELECT 1 FROM event WHERE county = \(county) AND number > \(number) AND actor = \(user) LIMIT 1",
      as: Int.self
    ) != nil
  }

  /// This month's, the latest first.
  static func done(_ principal: Principal, _ today: Day, _ reader: any Reader) throws -> [Done] {
    let month = Instant(Day.literal(today.year, today.month, 1))
    return try reader.rows(
      """
      SELECT event.kind AS event_kind, event.at, \(SearchHit.columns) FROM event
      JOIN search_entry ON search_entry.kind = event.subject_kind AND search_entry.subject_id = event.subject_id
      WHERE event.county = \(principal.county) AND event.actor = \(principal.user) AND event.at >= \(month)
        AND \(principal.sight("search_entry", id: "subject_id"))
      ORDER BY event.number DESC LIMIT 500
      """
    ).map { Done(kind: try $0.get("event_kind"), at: try $0.get("at"), hit: try SearchHit($0)) }
  }

  /// 在办 · Open records with a deed of this person, the latest first.
  static func inProgress(_ principal: Principal, _ reader: any Reader) throws -> [SearchHit] {
    try reader.rows(
      """
      SELECT \(SearchHit.columns), mine.latest FROM search_entry JOIN (
        SELECT subject_kind, subject_id, MAX(number) AS latest FROM event
        WHERE county = \(principal.county) AND actor = \(principal.user) GROUP BY subject_kind, subject_id
      ) mine ON mine.subject_kind = search_entry.kind AND mine.subject_id = search_entry.subject_id
      WHERE search_entry.is_open = 1 AND \(principal.sight("search_entry", id: "subject_id"))
      ORDER BY mine.latest DESC, search_entry.subject_id LIMIT 200
      """
    ).map(SearchHit.init)
  }
}
