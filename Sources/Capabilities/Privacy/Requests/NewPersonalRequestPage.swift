import Kernel
import Localization
import Markup
import Registry
import Storage
import Web

/// 登记个人信息请求页 · Records at the counter what a person asks about the own data.
enum NewPersonalRequestPage {
  static let title = Text("登记个人信息请求", "Record a personal-information request")

  static let routes = Route.form(
    PersonRequestPath.pattern, .recordPersonalRequests, title,
    page: { request, state in try await html(request, state) },
    submit: { request in
      let person: PersonID = try request.id()
      let action = try request.read { form in
        RecordPersonalRequest(
          person: person, kind: form.requiredChoice("kind", kind.label),
          check: form.requiredChoice("check", check.label),
          identityNumber: form.identityNumber("identityNumber", identityNumber.label),
          content: form.requiredText("content", content.label, max: 500, isMultiline: true))
      }
      return PersonalRequestPaths.page.path(try await request.run(action))
    })

  private static func html(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, id): (_, PersonID) = (request.language, try request.id())
    let (principal, keys) = (try request.requirePrincipal(), request.services.keys)
    let (person, days) = try await request.services.database.read { reader in
      try PersonScope.require(id, principal, reader)
      return (
        try PersonTable.of(id, in: principal.county, keys, reader).seen(by: principal),
        try PersonalRequestLimit.days(of: principal.county, on: request.today, reader)
      )
    }
    return shell(try await request.frame(), title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs([Crumb(person.name, path: "/persons/\(id)"), Crumb(title[language])], in: language))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        p(.class("soft")) {
          Text(
            "登记后\(days)日内书面答复；答复由中心主任决定。", "A written answer follows within \(days) days; the director decides it.")[
              language]
        }
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          field(kind, state.value("kind"), errors: state.errors("kind"), in: language)
          field(check, state.value("check"), errors: state.errors("check"), in: language)
          field(
            identityNumber, state.value("identityNumber"), errors: state.errors("identityNumber"), in: language)
          field(content, state.value("content"), errors: state.errors("content"), in: language)
          submitButton(title, in: language)
        }
      }
    }
  }

  private static let kind = Field(
    "kind", Text("请求事项", "What is asked"),
    .radios(PersonalRequestKind.allCases.map { Choice($0.rawValue, $0.name, hint: $0.basis.name) }))
  static let check = Field(
    "check", Text("身份核验", "Identity check"), .radios(IdentityCheck.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let identityNumber = Field(
    "identityNumber", Text("本人证件号码", "The person’s identity number"), .identityNumber,
    hint: Text(
      "照证件原件录入，与档案比对；档案中没有号码的可以不填。",
      "From the card, compared with the record; not needed where the record has none."),
    required: false)
  private static let content = Field(
    "content", Text("请求内容", "Content of the request"), .textarea(rows: 3),
    hint: Text("照请求人所述，例如要更正哪一项、为什么。", "As the person puts it: which item is wrong, and why."))
}
