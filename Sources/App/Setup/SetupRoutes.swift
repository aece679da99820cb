import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 设立向导 · Setup wizard: an empty office is set up in a browser, as `init FILE` does it: who we are, check and name
/// the administrator, done, signed in. It exists only while there is no county, and asks for the code of the console.
enum SetupRoutes {
  static let path = "/setup"
  static let title = Text("设立办公系统", "Set up the office")

  static let notYet = Refusal(
    "setup.notYet",
    Text("这里还没有办公室，请先打开 /setup 完成设立。", "There is no office here yet: open /setup and set it up first."),
    field: "login")

  static func routes() -> [Route] {
    [
      Route(.get, "/setup", nil, title, kind: .page) { request in
        guard try await isEmpty(request.services) else { return .redirect("/work") }
        return try await first(request, .fresh(request))
      },
      Route(.post, "/setup", nil, Text("核对设立内容", "Check the setup"), kind: .form) { request in
        try await answering(request, again: first) { form in try await review(request, .fresh(request), form) }
      },
      Route(.post, "/setup/founding", nil, Text("完成设立", "Found the office"), kind: .form) { request in
        try await answering(request, again: first) { form in
          if request.fields["back"] == "1" { return try await first(request, .returned(request, [])) }
          do { return try await found(request, form) } catch let refusals as Refusals {
            return try await review(request, .returned(request, refusals.all), form, status: 422)
          }
        }
      },
    ]
  }

  /// Whether nobody has set this office up.
  static func isEmpty(_ services: Services) async throws -> Bool {
    try await services.database.read { try CountyTable.all($0) }.isEmpty
  }

  /// An office that exists knows nothing of its setup. What the first page got wrong brings it back.
  private static func answering(
    _ request: WebRequest, again: (WebRequest, FormState) async throws -> WebResponse,
    _ body: (SetupForm) async throws -> WebResponse
  ) async throws -> WebResponse {
    guard try await isEmpty(request.services) else { throw Refusal.notFound }
    let form: SetupForm
    do { form = try SetupForm.read(request) } catch let refusals as Refusals {
      var page = try await again(request, .returned(request, refusals.all))
      page.status = 422
      return page
    }
    return try await body(form)
  }

  private static func found(_ request: WebRequest, _ form: SetupForm) async throws -> WebResponse {
    let person = try SetupForm.administrator(request)
    let setup = OfficeSetup(
      county: form.county, administratorLogin: person.login, administratorName: person.name,
      hardshipLine: form.line)
    let runner = request.runner
    let made = try await SetupCode(request.services.directory).claim {
      try await setup.found(runner, password: person.password, mustChange: false)
    }
    guard let made else { throw Refusal.changedMeanwhile }
    let account = SessionAuthority.Account(user: made.administrator, county: made.county, agency: nil)
    return try await request.open(account, then: FirstStepsPage.path)
  }

  private static func first(_ request: WebRequest, _ state: FormState) async throws -> WebResponse {
    .page(
      publicShell(try await request.frame(), title: title[request.language]) {
        SetupPage(year: request.today.year).body(state, in: request.language)
      })
  }

  private static func review(
    _ request: WebRequest, _ state: FormState, _ form: SetupForm, status: Int = 200
  ) async throws -> WebResponse {
    let page = SetupReviewPage(
      form: form, fields: request.fields, calendar: request.services.calendar, today: request.today)
    return .page(
      publicShell(try await request.frame(), title: title[request.language]) {
        page.body(state, in: request.language)
      }, status: status)
  }
}

extension FormState {
  fileprivate static func returned(_ request: WebRequest, _ refusals: [Refusal]) -> FormState {
    .returned(request, .refused, refusals)
  }
}
