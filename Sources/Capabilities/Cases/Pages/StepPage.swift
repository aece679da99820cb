import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 办理页 · Step page: the form in which one step of a case is taken. What differs between steps is a value of this
/// type; where the form comes back with errors, what was typed comes back with it.
struct StepPage<Known: Sendable>: Sendable {
  let path: CasePaths
  let permission: Permission
  let title: Text
  /// What the step will do, said before it is taken.
  let effect: Text
  var takesUploads = false
  /// What the form needs to know beside the case.
  let load: @Sendable (AidCase, Services, any Reader) throws -> Known
  let content: @Sendable (AidCase, Known, FormView) -> HTML
  /// Takes the step, and says where that leads.
  let submit: @Sendable (CaseID, WebRequest) async throws -> String
  /// Whether it can be taken now, where that is not a step of the case itself.
  var isOpen: (@Sendable (AidCase, Known, Principal) -> Bool)?

  func routes() -> [Route] {
    Route.form(
      path.pattern, permission, title,
      page: { request, state in
        let (principal, services) = (try request.requirePrincipal(), request.services)
        let id = try request.id(of: Spine.Case.self)
        let (found, known) = try await services.database.read { reader in
          let found = try CaseTable.one(id, for: principal, reader)
          return (found, try load(found, services, reader))
        }
        let isOpen = isOpen?(found, known, principal) ?? path.isOpen(found, principal) || state.isReturned
        return shell(try await request.frame(), title: title[request.language]) {
          html(
            found, known,
            FormView(
              state: state, language: request.language, query: request.query, principal: principal,
              today: services.clock.today),
            isOpen: isOpen)
        }
      },
      submit: { request in try await submit(try request.id(of: Spine.Case.self), request) })
  }

  private func html(_ found: AidCase, _ known: Known, _ form: FormView, isOpen: Bool) -> HTML {
    let language = form.language
    let crumbs = breadcrumbs(
      [
        Crumb(Text("案件", "Cases")[language], path: CasePaths.list.path()),
        Crumb(found.number, path: CasePaths.page.path(found.id)), Crumb(title[language]),
      ], in: language)
    return .fragment {
      pageHead(title[language], crumbs: crumbs, lead: .text("\(found.recipientName) · \(found.cause)"))
      if isOpen {
        errorSummary(form.state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) { effect[language] }
          postForm(
            path.path(found.id), form.state.tokens(version: found.version), uploads: takesUploads,
            changed: form.state.isReturned, in: language
          ) {
            content(found, known, form)
          }
        }
      } else {
        notice(.notNow(title, found.state), .soon, in: language)
      }
    }
  }
}

extension StepPage {
  /// A step that leads to the case's page.
  init(
    path: CasePaths, permission: Permission, title: Text, effect: Text, takesUploads: Bool = false,
    load: @escaping @Sendable (AidCase, Services, any Reader) throws -> Known,
    content: @escaping @Sendable (AidCase, Known, FormView) -> HTML,
    send: @escaping @Sendable (CaseID, WebRequest) async throws -> Void,
    isOpen: (@Sendable (AidCase, Known, Principal) -> Bool)? = nil
  ) {
    self.init(
      path: path, permission: permission, title: title, effect: effect, takesUploads: takesUploads, load: load,
      content: content,
      submit: { id, request in
        try await send(id, request)
        return CasePaths.page.path(id)
      }, isOpen: isOpen)
  }
}

extension StepPage where Known == Void {
  init(
    path: CasePaths, permission: Permission, title: Text, effect: Text, takesUploads: Bool = false,
    content: @escaping @Sendable (AidCase, FormView) -> HTML,
    send: @escaping @Sendable (CaseID, WebRequest) async throws -> Void
  ) {
    self.init(
      path: path, permission: permission, title: title, effect: effect, takesUploads: takesUploads,
      load: { _, _, _ in }, content: { found, _, form in content(found, form) }, send: send)
  }
}

/// A form's fields with what was typed in them and what is wrong.
struct FormView: Sendable {
  let state: FormState
  let language: Language
  /// What the link that led here asked for.
  let query: Fields
  let principal: Principal
  let today: Day

  func callAsFunction(_ one: Field, or recorded: String? = nil) -> HTML {
    field(one, state.value(one.name, or: recorded), errors: state.errors(one.name), in: language)
  }

  func many(_ one: Field) -> HTML {
    field(one, typed: state.values(one.name), errors: state.errors(one.name), in: language)
  }

  func submit(_ words: Text, name: String? = nil, value: String? = nil, _ kind: ButtonKind = .main) -> HTML {
    submitButton(words, kind, name: name, value: value, in: language)
  }
}

extension CasePaths {
  /// Whether the form's step can be taken now by this person.
  fileprivate func isOpen(_ found: AidCase, _ principal: Principal) -> Bool {
    if self == .files { return found.takesFiles }
    return CaseLifecycle.table.allowed(from: found.state, by: principal).contains { CasePaths.of($0) == self }
  }
}

extension Text {
  fileprivate static func notNow(_ step: Text, _ state: CaseState) -> Text {
    Text(
      "案件现在的状态是“\(state.name.zh)”，不能办理“\(step.zh)”。",
      "The case is now “\(state.name.en)”; “\(step.en)” is not possible.")
  }
}
