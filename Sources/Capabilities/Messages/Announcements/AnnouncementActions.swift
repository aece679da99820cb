package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 发布公告 · Puts a text on everyone's home, or on those of some roles. Refuses days that are over or backwards.
package struct PublishAnnouncement: Action {
  package static let permission = Permission.publishAnnouncements
  package let title: String
  package let body: String
  /// Empty: everybody.
  package let audience: Set<Role>
  package let fromOn: Day
  package let toOn: Day

  package init(title: String, body: String, audience: Set<Role>, from fromOn: Day, to toOn: Day) {
    self.title = title
    self.body = body
    self.audience = audience
    self.fromOn = fromOn
    self.toOn = toOn
  }

  package func perform(in context: ActionContext) throws -> AnnouncementID {
    var refusals: [Refusal] = []
    if toOn < fromOn {
      refusals.append(
        Refusal(
          "announcement.backwards",
          Text("结束日期早于开始日期，请改正。", "It ends before it begins: correct the days."), field: "to"))
    } else if toOn < context.today {
      refusals.append(
        Refusal(
          "announcement.over", Text("结束日期已过，公告不会有人看到。", "The last day is over: nobody would see it."), field: "to"))
    }
    try Refusals.check(refusals)
    let id = AnnouncementID()
    try AnnouncementTable.insert(self, id, in: context)
    context.record(
      "announcement.published", Subject("announcement", id.uuid),
      facts: [
        "from": .day(fromOn), "to": .day(toOn),
        "audience": .list(audience.map(\.rawValue).sorted().map { .text($0) }),
      ])
    return id
  }
}

/// 撤下公告 · Takes an announcement down before its last day. Refuses one that is down already.
package struct WithdrawAnnouncement: Action {
  package static let permission = Permission.publishAnnouncements
  package let announcement: AnnouncementID

  package init(_ announcement: AnnouncementID) { self.announcement = announcement }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try AnnouncementTable.one(announcement, for: context.principal, context.tx)
    guard found.withdrawnOn == nil else {
      throw Refusal("announcement.withdrawn", Text("公告已经撤下。", "It was taken down already."))
    }
    try context.tx.run(
      """
      UPDATE announcement SET withdrawn_on = \(context.today), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(announcement)
      """)
    context.record("announcement.withdrawn", Subject("announcement", announcement.uuid))
    return Done()
  }
}

/// 公告已读 · Takes an announcement off the home of the person who read it; reading it twice changes nothing.
package struct ReadAnnouncement: Action {
  package static let permission = Permission.signedIn
  package let announcement: AnnouncementID

  package init(_ announcement: AnnouncementID) { self.announcement = announcement }

  package func perform(in context: ActionContext) throws -> Done {
    _ = try AnnouncementTable.one(announcement, for: context.principal, context.tx)
    try context.tx.run(
      """
      INSERT INTO announcement_reading (county, announcement, user_account, last_event)
      VALUES (\(context.county), \(announcement), \(context.principal.user), \(context.eventNumber))
      ON CONFLICT (announcement, user_account) DO NOTHING
      """)
    context.record("announcement.read", Subject("announcement", announcement.uuid))
    return Done()
  }
}
