import Foundation
package import Storage
package import WorkCalendar

/// 采用的规则包 · Adopted pack: a local rule pack as an office took it over, whole. It is never changed, only ended, by
/// somebody or by the next pack of its name, so that old days keep old rules.
package struct AdoptedPack: Sendable {
  /// 停用 · When it was ended, by whom and why.
  package struct End: Sendable, Hashable {
    package let lastDay: Day
    package let by: String
    package let at: Instant
    package let reason: String
  }

  /// What of a pack the kernel itself applies; the rest of the content is the capability's that judges by it.
  private struct Head: Decodable {
    let name: String
    let document: String
    let from: Day
    let to: Day?
    let limits: [LocalLimit]
  }

  package let id: UUIDv7
  package let name: String
  package let document: String
  package let from: Day
  package let limits: [LocalLimit]
  /// The whole pack as canonical JSON.
  package let content: String
  package let adoptedBy: String
  package let adoptedAt: Instant
  package let end: End?
  private let stated: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    content = try row.get("content")
    adoptedBy = try row.get("adopted_by")
    adoptedAt = try row.get("adopted_at")
    let lastDay: Day? = try row.get("ended_on")
    end = try lastDay.map {
      End(lastDay: $0, by: try row.get("ended_by"), at: try row.get("ended_at"), reason: try row.get("end_reason"))
    }
    let head = try JSONDecoder().decode(Head.self, from: Data(content.utf8))
    (name, document, from, stated, limits) = (head.name, head.document, head.from, head.to, head.limits)
  }

  /// The last day: what the pack says, or the one on which it was ended.
  package var to: Day? { [stated, end?.lastDay].compactMap(\.self).min() }

  /// One when adopted, two once ended: a form that ends it holds it against this.
  package var version: Int { end == nil ? 1 : 2 }

  package func isInForce(on day: Day) -> Bool { day.isWithin(from, to) }

  /// Whether a clock that started on a day runs by it. What was adopted or ended later moves no clock that runs.
  func bindsClocks(startedOn day: Day) -> Bool {
    let wasEnded = end.map { $0.lastDay < day && $0.at.day <= day } ?? false
    return adoptedAt.day <= day && day.isWithin(from, stated) && !wasEnded
  }
}

package enum AdoptedPackTable {
  static let migration = Migration(id: "kernel.rule_pack") { d in
    [
      """
      CREATE TABLE rule_pack (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, content \(d.text) NOT NULL,
        adopted_by \(d.text) NOT NULL, adopted_at \(d.integer) NOT NULL, ended_on \(d.text), ended_by \(d.text),
        ended_at \(d.integer), end_reason \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX rule_pack_of_county ON rule_pack (county, adopted_at)",
    ]
  }

  /// The newest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [AdoptedPack] {
    try reader.rows(
      """
      SELECT id, content, adopted_by, adopted_at, ended_on, ended_by, ended_at, end_reason FROM rule_pack
      WHERE county = \(county) ORDER BY adopted_at DESC, id DESC
      """
    ).map(AdoptedPack.init)
  }

  package static func insert(content: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO rule_pack (id, county, content, adopted_by, adopted_at, last_event)
      VALUES (\(context.eventID), \(context.county), \(content), \(context.principal.name), \(context.now),
        \(context.eventNumber))
      """)
  }

  package static func end(_ pack: AdoptedPack, lastDay: Day, reason: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE rule_pack SET ended_on = \(lastDay), ended_by = \(context.principal.name), ended_at = \(context.now),
        end_reason = \(reason), last_event = \(context.eventNumber) WHERE id = \(pack.id)
      """)
  }
}
