import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 措辞的路由 · Routes of the wordings: the list, one form's editor with its preview, and going back to the software's.
enum WordingRoutes {
  static let title = Text("文书措辞", "Wording of papers")

  static func routes(_ forms: [PaperForm]) -> [Route] {
    [
      .list("/wordings", .editWordings, title) { request in
        let county = try request.requirePrincipal().county
        let all = try await request.services.database.read { try WordingTable.all(county, $0) }
        return WordingsPage(forms: forms, wordings: all, today: request.today).listPage(request)
      },
      .page("/wordings/{form}", .editWordings, WordingPage.title) { try await page($0, .fresh($0), forms) },
      Route(.post, "/wordings/{form}", .editWordings, Text("修改文书措辞", "Change a wording"), kind: .form) { request in
        try await FormExchange.answer(request, page: { try await page($0, $1, forms) }) {
          try await submit($0, forms)
        }
      },
      .post("/wordings/{form}/default", .editWordings, Text("恢复默认措辞", "Back to the software's wording")) {
        request in
        let form = try form(request, forms)
        try await request.run(
          SetWording(form, text: nil, from: request.today, reason: Text("恢复默认", "Back to the default").zh))
        return path(form)
      },
      .file("/wordings/{form}/sample", .editWordings, Text("措辞样张", "A sample with a wording")) { request in
        let form = try form(request, forms)
        let county = try request.requirePrincipal().county
        let versions = try await request.services.database.read {
          try WordingTable.versions(form, in: county, $0)
        }
        let asked = versions.first { String($0.version) == request.query["version"] }
        return try await sample(form, asked?.paragraphs ?? form.wording, request)
      },
    ]
  }

  static func path(_ form: PaperForm) -> String { "/wordings/\(form.form)-\(String(form.formSet))" }

  private static func form(_ request: WebRequest, _ forms: [PaperForm]) throws -> PaperForm {
    guard let form = forms.first(where: { "\($0.form)-\(String($0.formSet))" == request.value("form") }) else {
      throw Refusal.notFound
    }
    return form
  }

  private static func submit(_ request: WebRequest, _ forms: [PaperForm]) async throws -> WebResponse {
    let form = try form(request, forms)
    let isPreview = !request.fields["preview"].isEmpty
    let told = try request.read { reader in
      (
        text: reader.requiredText(
          "wording", WordingPage.wording.label, max: WordingCheck.longest + 500, isMultiline: true),
        from: reader.requiredDay("from", WordingPage.from.label),
        reason: isPreview ? nil : reader.requiredText("reason", WordingPage.reason.label, max: 100)
      )
    }
    let paragraphs = PaperWording.paragraphs(told.text)
    if isPreview {
      try Refusals.check(WordingCheck(form: form).faults(paragraphs))
      return try await sample(form, paragraphs, request)
    }
    try await request.run(SetWording(form, text: told.text, from: told.from, reason: told.reason ?? ""))
    return .redirect(path(form))
  }

  private static func sample(
    _ form: PaperForm, _ paragraphs: [String], _ request: WebRequest
  ) async throws -> WebResponse {
    let bytes = try await WordingSample.render(
      form, paragraphs, issuer: request.requirePrincipal().agencyName, on: request.today)
    return .file(bytes, name: "\(form.form) 样张.pdf", type: "application/pdf", isInline: true)
  }

  private static func page(
    _ request: WebRequest, _ state: FormState, _ forms: [PaperForm]
  ) async throws -> HTML {
    let (form, county, language) = (
      try form(request, forms), try request.requirePrincipal().county, request.language
    )
    let versions = try await request.services.database.read { try WordingTable.versions(form, in: county, $0) }
    return shell(try await request.frame(), title: WordingPage.title[language]) {
      WordingPage(form: form, versions: versions, today: request.today).body(request, state, in: language)
    }
  }
}
