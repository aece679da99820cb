import Kernel
import Localization
import Markup
import Messages
import Registry
import Storage
package import Web
import WorkCalendar

/// 首页 · Home: the public front page, and the staff's home: the work list, or the living plan for a leader.
package enum Home {
  package static func routes() -> [Route] {
    [
      // Nobody can ask a favour of an office that is not there yet.
      Route(.get, "/", nil, Text("首页", "Front page"), kind: .page) { request in
        if try await SetupRoutes.isEmpty(request.services) { return .redirect(SetupRoutes.path) }
        let language = request.language
        return .page(
          publicShell(try await request.frame(), title: FrontPage.title[language]) { FrontPage.body(language) })
      },
      .list("/work", .signedIn, WorkListPage.title) { request in
        let principal = try request.requirePrincipal()
        let (now, today) = (request.services.clock.now(), request.today)
        let (list, news, panels) = try await request.services.database.read { reader in
          let chain = try CountyTable.of(principal.county, reader).chainCount
          let list = try WorkList.load(principal, today, reader)
          try WorkCounts.shared.keep(list, of: principal, chain: chain, now: now, reader)
          return (
            list,
            try AnnouncementTable.unread(principal, on: today, reader),
            try WorkList.panels(principal, today, reader)
          )
        }
        return WorkListPage(
          list: list, query: ListQuery(request, sorts: []), today: today, news: news, panels: panels
        ).listPage(request)
      },
    ]
  }
}
