package import Kernel
import Storage
package import WorkCalendar

package typealias AnnouncementID = ID<Announcement>

/// 公告 · Announcement: a text that stands on everyone's home from one day to another, until read; to some roles only where
/// an audience is named.
package struct Announcement: Sendable {
  package let id: AnnouncementID
  package let title: String
  package let body: String
  /// Empty: everybody.
  package let audience: Set<Role>
  package let fromOn: Day
  package let toOn: Day
  package let publisherName: String
  package let withdrawnOn: Day?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    title = try row.get("title")
    body = try row.get("body")
    audience = Set(
      try row.get("audience", as: String.self).split(separator: ";").compactMap { Role(rawValue: String($0)) })
    fromOn = try row.get("from_on")
    toOn = try row.get("to_on")
    publisherName = try row.get("publisher_name")
    withdrawnOn = try row.get("withdrawn_on")
    version = try row.get("version")
  }

  /// Whoever publishes sees them all.
  package func isFor(_ principal: Principal) -> Bool {
    audience.isEmpty || !audience.isDisjoint(with: principal.roles) || principal.holds(.publishAnnouncements)
  }

  package func isShown(on day: Day) -> Bool { withdrawnOn == nil && fromOn <= day && day <= toOn }
}
