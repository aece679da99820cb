package import Kernel
package import Storage
package import WorkCalendar

package enum AnnouncementTable {
  private static let columns: SQL =
    "id, title, body, audience, from_on, to_on, publisher_name, withdrawn_on, version"

  /// What stands on somebody's home today: for one of the roles, and not read yet; the latest first.
  package static func unread(_ principal: Principal, on day: Day, _ reader: any Reader) throws -> [Announcement] {
    guard let user = principal.user else { return [] }
    return try reader.rows(
      """
      SELECT \(columns) FROM announcement WHERE county = \(principal.county) AND to_on >= \(day) AND from_on <= \(day)
        AND withdrawn_on IS NULL AND id NOT IN (
          SELECT announcement FROM announcement_reading WHERE county = \(principal.county) AND user_account = \(user))
      ORDER BY from_on DESC, id DESC LIMIT 50
      """
    ).map(Announcement.init).filter { $0.audience.isEmpty || !$0.audience.isDisjoint(with: principal.roles) }
  }

  static func all(_ principal: Principal, limit: Int, _ reader: any Reader) throws -> [Announcement] {
    try reader.rows(
      """
      SELECT \(columns) FROM announcement WHERE county = \(principal.county) ORDER BY from_on DESC, id DESC
      LIMIT \(limit)
      """
    ).map(Announcement.init).filter { $0.isFor(principal) }
  }

  /// One that is for this person; else it is not there.
  static func one(_ id: AnnouncementID, for principal: Principal, _ reader: any Reader) throws -> Announcement {
    let row = try reader.row(
      "SELECT \(columns) FROM announcement WHERE county = \(principal.county) AND id = \(id)")
    guard let found = try row.map(Announcement.init), found.isFor(principal) else { throw Refusal.notFound }
    return found
  }

  static func insert(_ it: PublishAnnouncement, _ id: AnnouncementID, in context: ActionContext) throws {
    let audience = it.audience.map(\.rawValue).sorted().joined(separator: ";")
    try context.tx.run(
      """
      INSERT INTO announcement (id, county, title, body, audience, from_on, to_on, publisher, publisher_name, version,
        last_event)
      VALUES (\(id), \(context.county), \(it.title), \(it.body), \(audience), \(it.fromOn), \(it.toOn),
        \(context.principal.user), \(context.principal.name), 1, \(context.eventNumber))
      """)
  }
}
