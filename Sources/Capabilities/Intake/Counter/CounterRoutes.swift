import Kernel
import Localization
import Registry
import Storage
import Web

/// 收案路由 · The counter's routes.
enum CounterRoutes {
  /// `starts`: what of other capabilities becomes an application here.
  static func all(_ starts: [ApplicationStart]) -> [Route] { form(starts) + drafts(starts) }

  private static func form(_ starts: [ApplicationStart]) -> [Route] {
    Route.form(
      PathPattern(CounterPage.path), .registerApplication, Text("登记新申请", "Register a new application"),
      page: { request, state in
        let view = try await CounterView.load(request, isSent: state.isReturned, starts)
        return try CounterPage.html(request, state, view, try await request.frame())
      }, submit: { try await register($0, starts) })
  }

  private static func drafts(_ starts: [ApplicationStart]) -> [Route] {
    [verdict(starts)] + keeping
  }

  private static func verdict(_ starts: [ApplicationStart]) -> Route {
    .fragment(
      PathPattern(CounterPage.livePath), method: .post, .registerApplication,
      Text("初步判断，并自动存草稿", "The answer of the rules so far; keeps the draft")
    ) { request in
      let view = try await CounterView.load(request, isSent: true, starts)
      try await CounterDraft.save(request, kept: view.kept)
      return CounterAside.html(view, request.language)
    }
  }

  private static let keeping: [Route] = [
    .post(PathPattern(CounterPage.draftPath), .registerApplication, Text("存草稿", "Save the draft")) { request in
      try await CounterDraft.save(request, kept: try await KeptUpload.keep(request))
      return CounterFrom.path(CounterPage.path, request)
    },
    .post(CounterPhone.pattern, .registerApplication, Text("存草稿，显示手机上传的二维码", "Save the draft and show the code")) {
      request in
      try await CounterDraft.save(request, kept: try await KeptUpload.keep(request))
      return CounterPhone.counter(request)
    },
    .post(PathPattern(CounterPage.discardPath), .registerApplication, Text("放弃草稿", "Discard the draft")) {
      request in
      try await CounterDraft.discard(request)
      return CounterFrom.path(CounterPage.path, request)
    },
  ]

  private static func register(_ request: WebRequest, _ starts: [ApplicationStart]) async throws -> String {
    let county = try request.requirePrincipal().county
    let kept = try await KeptUpload.keep(request)
    let today = request.today
    let (townships, packs) = try await request.services.database.read {
      (try AgencyTable.townships(county, $0), try LocalRulePack.inForce(on: today, in: county, $0))
    }
    let id = try await request.run(
      CounterReading.action(request, townships: townships, packs: packs, kept: kept, starts))
    return ApplicationPaths.page(id)
  }
}
