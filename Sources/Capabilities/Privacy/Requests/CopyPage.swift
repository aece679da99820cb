import Kernel
import Localization
import Markup
import Registry
import Storage
import Web

/// 交付副本页 · Says what the copy holds, asks again who stands there, and answers with the file, once.
enum CopyPage {
  static let title = Text("交付副本", "Hand over the copy")

  static func routes(_ sources: [PersonalDataSource]) -> [Route] {
    [
      .page(PersonalRequestPaths.copy.pattern, .recordPersonalRequests, title) {
        try await ask($0, .fresh($0), sources)
      },
      Route(.post, PersonalRequestPaths.copy.pattern, .recordPersonalRequests, title, kind: .form) { request in
        do {
          return try await answer(request, sources)
        } catch let refusals as Refusals {
          return .page(try await ask(request, .returned(request, .refused, refusals.all), sources), status: 422)
        } catch let refusal as Refusal where refusal.field != nil {
          return .page(try await ask(request, .returned(request, .refused, [refusal]), sources), status: 422)
        }
      },
    ]
  }

  private static func ask(
    _ request: WebRequest, _ state: FormState, _ sources: [PersonalDataSource]
  ) async throws -> HTML {
    let (language, principal) = (request.language, try request.requirePrincipal())
    let page = try await open(request)
    let (copy, isEnrolled) = try await request.services.database.read { reader in
      (
        try load(page, sources, request, reader),
        try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      )
    }
    return shell(try await request.frame(), title: title[language]) {
      pageHead(title[language], crumbs: page.crumbs(language, here: title))
      errorSummary(state.formErrors, in: language)
      columns {
        sheet(in: language) {
          p(.class("soft")) {
            Text(
              "副本是一个ZIP文件，内容不遮盖。打印或者存入请求人自备的介质后，请从本机删除；每次制作都会记录。",
              "The copy is a ZIP file and nothing in it is masked. Print it or save it for the person, then delete it here; every making is recorded."
            )[language]
          }
          postForm(
            request.path, state.tokens(version: page.it.version), changed: state.isReturned, in: language
          ) {
            let check = NewPersonalRequestPage.check
            field(check, state.value("check"), errors: state.errors("check"), in: language)
            if isEnrolled {
              field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language)
            }
            submitButton(Text("制作并交付副本", "Make and hand over the copy"), in: language)
          }
        }
      } beside: {
        sheet(Text("副本内容", "What it holds"), in: language) {
          facts(
            copy.tables.map { Fact($0.title, Text("\($0.rows.count)条", "Lines: \($0.rows.count)")[language]) } + [
              Fact(
                Text("盖章文书", "Sealed papers"),
                Text("\(copy.papers.count)份", "Papers: \(copy.papers.count)")[language])
            ], in: language)
        }
      }
    }
  }

  private static func answer(_ request: WebRequest, _ sources: [PersonalDataSource]) async throws -> WebResponse {
    let page = try await open(request)
    let nonce = request.newToken()
    let action = try request.read { form in
      HandOverCopy(
        page.it.id, check: form.requiredChoice("check", NewPersonalRequestPage.check.label), nonce: nonce)
    }
    try await SecondFactor.confirm(request)
    let copy = try await request.services.database.read { try load(page, sources, request, $0) }
    let bytes = try await copy.zip(request.services, request.language)
    // The same form sent again has handed its file over.
    guard try await request.run(action) == nonce else {
      return .redirect(PersonalRequestPaths.page.path(page.it.id))
    }
    return .file(bytes, name: "\(page.it.number).zip", type: "application/zip")
  }

  private static func load(
    _ page: PersonalRequestPage, _ sources: [PersonalDataSource], _ request: WebRequest, _ reader: any Reader
  ) throws -> PersonalCopy {
    try PersonalCopy.load(
      page.it.person, sources, in: try request.requirePrincipal().county, request.services.keys, reader)
  }

  /// Only a granted copy.
  private static func open(_ request: WebRequest) async throws -> PersonalRequestPage {
    let page = try await PersonalRequestPage.load(request)
    guard page.it.kind == .copy, [.granted, .handedOver].contains(page.it.state) else { throw Refusal.notFound }
    return page
  }
}
