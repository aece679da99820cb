import Kernel
import Localization
import Markup
import Storage
import Web

/// 档案地址 · The pages of the archive.
enum ArchiveRoutes {
  static func routes() -> [Route] {
    [list, giveBack, copy] + LoanPages.request.routes() + LoanPages.decision.routes() + AppraisalPage.routes()
  }

  private static let list = Route.list(ArchivePage.path, .viewArchive, ArchivePage.title) { request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let query = ArchiveQuery(request)
    return try await request.services.database.read { try ArchivePage.load(query, principal, today, $0) }
      .listPage(request)
  }

  private static let giveBack = Route.post(
    CasePaths.loanReturn.pattern, .lendArchives, Text("登记归还", "Record a return")
  ) { request in
    let id = try request.id(of: Spine.Case.self)
    try await request.run(ReturnLoan(aidCase: id))
    return CasePaths.page.path(id)
  }

  private static let copy = Route.file(
    CasePaths.loanCopy.pattern, .lendArchives, Text("借阅副本（带水印）", "The watermarked copy of a loan")
  ) { request in
    let (principal, id, services) = (
      try request.requirePrincipal(), try request.id(of: Spine.Case.self), request.services
    )
    let copy = try await services.database.read { try LoanCopy(id, principal, services, $0) }
    return .file(
      try await copy.pdf(), name: "\(copy.dossier.aidCase.number)-copy.pdf", type: "application/pdf", isInline: true
    )
  }
}
