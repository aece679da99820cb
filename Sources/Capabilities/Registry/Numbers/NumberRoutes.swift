import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 文号路由 · The routes of the register of numbers.
enum NumberRoutes {
  static func all(_ kinds: [NumberKind]) -> [Route] { [register(kinds)] + cancellation + template(kinds) }

  private static func register(_ kinds: [NumberKind]) -> Route {
    .list(PathPattern(NumbersPage.path), .viewNumbers, NumbersPage.title) { request in
      let principal = try request.requirePrincipal()
      let year = Int(request.query["year"]).flatMap { (1949...9999).contains($0) ? $0 : nil } ?? request.today.year
      let query = ListQuery(request, sorts: [], filters: ["year", "kind"])
      let opened = request.query["kind"]
      return try await request.services.database.read { reader in
        let series = try NumberTable.series(
          kinds, year: year, of: CountyTable.of(principal.county, reader), reader)
        let one = series.first { $0.kind.key == opened }
        let entries = try one.map {
          try NumberTable.entries(
            of: $0.kind, year: year, limit: query.size, offset: query.offset, in: principal.county, reader)
        }
        return NumbersPage(
          year: year, series: series, opened: one, entries: entries ?? [], query: query,
          isManaged: principal.holds(.manageNumbers))
      }.listPage(request)
    }
  }

  private static let cancellation = Route.form(
    "/numbers/cancellation", .manageNumbers, Text("文号作废", "Cancel a number"),
    page: { request, state in
      let warning = Text(
        "作废后文号不能恢复，也不会再用；有效文书上的文号不能作废。",
        "A cancelled number never comes back and is never used again. One that a valid paper bears cannot be cancelled."
      )
      return try await page(request, state, Text("文号作废", "Cancel a number"), note: warning) { language in
        field(
          number, state.value("number", or: request.query["number"]), errors: state.errors("number"), in: language)
        field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
      }
    },
    submit: { request in
      let action = try request.read { form in
        CancelNumber(
          number: form.requiredText("number", number.label, max: 80),
          reason: form.requiredText("reason", reason.label, max: 200))
      }
      try await request.run(action)
      return NumbersPage.path
    })

  private static func template(_ kinds: [NumberKind]) -> [Route] {
    Route.form(
      "/numbers/series/{kind}/template", .manageNumbers, Text("修改编号规则", "Change a number template"),
      page: { request, state in
        let (kind, county) = (try kind(kinds, request), try request.requirePrincipal().county)
        let now = try await request.services.database.read { try NumberTable.template(of: kind, in: county, $0) }
        return try await page(request, state, kind.name, note: nil) { language in
          field(template, state.value("template", or: now), errors: state.errors("template"), in: language)
        }
      },
      submit: { request in
        let kind = try kind(kinds, request)
        let action = try request.read { form in
          SetNumberTemplate(kind: kind, template: form.requiredText("template", template.label, max: 60))
        }
        try await request.run(action)
        return NumbersPage.path
      })
  }

  private static func kind(_ kinds: [NumberKind], _ request: WebRequest) throws -> NumberKind {
    guard let kind = kinds.first(where: { $0.key == request.value("kind") }) else { throw Refusal.notFound }
    return kind
  }

  private static func page(
    _ request: WebRequest, _ state: FormState, _ title: Text, note: Text?,
    @HTMLBuilder fields: (Language) -> HTML
  ) async throws -> HTML {
    let language = request.language
    return shell(try await request.frame(), title: title[language]) {
      pageHead(title[language], lead: note.map { .text($0[language]) } ?? .empty)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          fields(language)
          submitButton(Text("确定", "Confirm"), .main, in: language)
        }
      }
    }
  }

  private static let number = Field("number", Text("文号", "Number"))
  private static let reason = Field(
    "reason", Text("原因", "Reason"),
    hint: Text("写在登记簿里，查阅的人都看得到；不要写个人信息。", "Stands in the register for all who read it: no personal data."))
  private static let template = Field(
    "template", Text("编号规则", "Template"),
    hint: Text(
      "可用字段：{place} 县简称，{kind} 文种字，{yyyy} 年度，{n} 序号。",
      "Fields: {place} the county’s word, {kind} the kind word, {yyyy} the year, {n} the serial."))
}
