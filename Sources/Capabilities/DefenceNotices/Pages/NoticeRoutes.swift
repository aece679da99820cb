import Cases
import Intake
import Kernel
import Localization
import Papers
import Storage
import Web

/// 通知路由 · The routes of organs' notices.
enum NoticeRoutes {
  static func all() -> [Route] {
    [list] + register + NoticeImportPage.routes + [ReconciliationPage.route] + SentNoticesPage.routes
      + NoticeCallPage.page.routes()
      + RefusalPages.pages.flatMap { $0.routes() }
  }

  private static let list = Route.list(
    PathPattern(NoticePaths.list), .viewNotices, NoticeListPage.title
  ) { request in
    let principal = try request.requirePrincipal()
    let filter = NoticeList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: NoticeList.Filter.names)
    let list = try await request.services.database.read {
      try NoticeList.load(filter, query, for: principal, $0)
    }
    return NoticeListPage.list(request, list, filter, query)
  }

  private static let register = Route.form(
    PathPattern(NoticePaths.new), .registerNotices, NewNoticePage.title,
    page: { request, state in
      NewNoticePage.html(request, state, try await NewNoticePage.Known.load(request), try await request.frame())
    },
    submit: { request in
      let known = try await NewNoticePage.Known.load(request)
      let read = try NoticeReading.register(request, townships: known.townships)
      let (notice, instrument) = (
        try await stored(read.notice, request), try await stored(read.instrument, request)
      )
      let id = try await request.run(
        RegisterNotice(
          read.person, read.told, notice: notice, instrument: instrument, continues: known.before?.aidCase.id))
      return "/cases/\(id)"
    })

  static func stored(_ upload: Upload?, _ request: WebRequest) async throws -> StoredUpload? {
    guard let upload else { return nil }
    return try await store(upload, in: request.services)
  }
}
