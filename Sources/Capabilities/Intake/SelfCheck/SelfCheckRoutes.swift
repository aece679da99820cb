import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 自我检查的路由 · Routes of the self-check: every signed-in person asks; whoever registers takes the answers to the counter.
enum SelfCheckRoutes {
  static let path = "/self-check"
  static let counterPath = "/self-check/counter"

  static let all: [Route] = [
    .page(PathPattern(path), .signedIn, SelfCheckPage.title) { try await page($0, .fresh($0), nil) },
    Route(.post, PathPattern(path), .signedIn, Text("查看自查结果", "See the answer"), kind: .form) {
      try await answer($0)
    },
    Route(
      .post, PathPattern(counterPath), .registerApplication, Text("带到收案台登记", "Take it to the counter"), kind: .form
    ) { try await toCounter($0) },
  ]

  private static func answer(_ request: WebRequest) async throws -> WebResponse {
    let yardstick = try await yardstick(request)
    do {
      let check = try SelfCheck.read(request, by: yardstick)
      return .page(try await page(request, .returned(request, .refused, []), check))
    } catch let refusals as Refusals {
      return .page(try await page(request, .returned(request, .refused, refusals.all), nil), status: 422)
    }
  }

  /// As a draft of one's own. One that stands there already is not written over.
  private static func toCounter(_ request: WebRequest) async throws -> WebResponse {
    let (principal, services, today) = (try request.requirePrincipal(), request.services, request.today)
    let yardstick = try await yardstick(request)
    do {
      let check = try SelfCheck.read(request, by: yardstick)
      guard let user = principal.user else { throw Refusal.notAllowed }
      let usual = try CounterAnswers.usual(request, yardstick.line(on: today))
      let (answers, kind) = (usual.merging(check.answers(request.fields)) { $1 }, CounterDraft.kind(from: nil))
      let now = services.clock.now()
      try await services.database.write(serial: principal.county.uuid) { tx in
        guard try DraftTable.id(kind, of: user, tx) == nil else { throw Refusals([Self.drafted]) }
        try DraftTable.save(answers, kind, of: user, in: principal.county, at: now, services.keys, tx)
      }
      return .redirect(CounterPage.path)
    } catch let refusals as Refusals {
      return .page(try await page(request, .returned(request, .refused, refusals.all), nil), status: 422)
    }
  }

  private static let drafted = Refusal(
    "selfCheck.draft",
    Text(
      "收案台上有您没有登记完的草稿，请先登记或者放弃它，再带入这些答案。",
      "A draft of yours waits at the counter: register or discard it first, then take these answers along."))

  private static func page(
    _ request: WebRequest, _ state: FormState, _ check: SelfCheck?
  ) async throws -> HTML {
    let language = request.language
    let page = SelfCheckPage(
      yardstick: try await yardstick(request), today: request.today, check: check,
      mayRegister: request.principal?.holds(.registerApplication) == true)
    return shell(try await request.frame(), title: SelfCheckPage.title[language]) {
      page.body(request, state, in: language)
    }
  }

  private static func yardstick(_ request: WebRequest) async throws -> Yardstick {
    let (county, today) = (try request.requirePrincipal().county, request.today)
    return try await request.services.database.read { try Yardstick.inForce(on: today, in: county, $0) }
  }
}
