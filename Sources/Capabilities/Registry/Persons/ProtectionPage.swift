import Kernel
import Localization
import Markup
import Storage
import Web

/// 保护标记页 · Sets and lifts a person's flags by hand, with a reason.
enum ProtectionPage {
  static let title = Text("变更保护标记", "Change protection flags")

  static let routes = Route.form(
    PersonPaths.protection.pattern, .protectPersons, title,
    page: { request, state in
      let person = try await PersonRoutes.person(request)
      return try await html(request, state, person)
    },
    submit: { request in
      let id: PersonID = try request.id()
      let action = try request.read { form in
        ChangeProtection(
          person: id, flags: Set(form.choices("flags", flags.label)),
          reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
      return PersonPaths.page.path(id)
    })

  private static func html(_ request: WebRequest, _ state: FormState, _ person: Person) async throws -> HTML {
    let language = request.language
    let held = ProtectionFlag.allCases.filter(person.protection.flags.contains).map(\.rawValue)
    return shell(try await request.frame(), title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(person.name, path: PersonPaths.page.path(person.id)), Crumb(title[language])], in: language))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(
          request.path, state.tokens(version: person.version), changed: state.isReturned, in: language
        ) {
          field(
            flags, typed: state.isReturned ? state.values("flags") : held, errors: state.errors("flags"),
            in: language)
          field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
          submitButton(title, in: language)
        }
      }
    }
  }

  private static let flags = Field(
    "flags", Text("保护标记", "Protection flags"),
    .checkboxes(ProtectionFlag.allCases.map { Choice($0.rawValue, $0.name, hint: $0.basis.name) }),
    hint: Text(
      "有标记的人，姓名只显示姓，证件号码、电话和住址不显示；承办人员和正式文书除外。",
      "Of a flagged person only the surname is shown, and no number, phone or address, save to the undertaker and on papers."
    ), required: false)
  private static let reason = Field("reason", Text("理由", "Reason"), .textarea(rows: 3))
}
