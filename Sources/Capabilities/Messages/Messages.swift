package import Kernel
package import Localization
package import Web

/// 消息 · Messages: what people of the office tell each other about their work: urges, notices, announcements.
package enum Messages {
  package static let capability = Capability(
    key: "messages", name: Text("消息", "Messages"), planItems: [14], migrations: MessagesMigration.all,
    permissions: [.urge, .publishAnnouncements], panels: UrgePanel.sources, workItems: [UrgeWork.source],
    events: [
      "urge.sent": Text("催办", "Urged"), "urge.answered": Text("答复催办", "Urge answered"),
      "notices.read": Text("通知已读", "Notices read"),
      "announcement.published": Text("发布公告", "Announcement published"),
      "announcement.withdrawn": Text("撤下公告", "Announcement taken down"),
      "announcement.read": Text("公告已读", "Announcement read"),
    ])

  /// `events`: what every kind of event is called. `work`: every source of work items, which say who is to act.
  package static func routes(events: [String: Text], work: [WorkItemSource]) -> [Route] {
    UrgePages(work: work).routes() + NoticesPage(names: events).routes() + AnnouncementRoutes.routes()
  }
}

extension Permission {
  package static let urge = Permission(
    "messages.urge", Text("催办", "Urge"), [.director, .qualitySupervisor, .sealKeeper, .assigner])
  package static let publishAnnouncements = Permission(
    "messages.announce", Text("发布公告", "Publish announcements"), [.director, .bureauLeader, .sysAdmin])
}
