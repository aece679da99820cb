import Kernel
import Localization
import Markup
import Web

/// 查看完整信息页 · Asks why, then shows the whole data once; looking is an event.
enum RevealPages {
  static let title = Text("查看完整信息", "See the whole data")

  static let routes = [
    Route.page(PersonPaths.data.pattern, .revealPersons, title) { try await ask($0, .fresh($0)) },
    Route(.post, PersonPaths.data.pattern, .revealPersons, title, kind: .form) { request in
      do {
        return .page(try await answer(request))
      } catch let refusals as Refusals {
        return .page(try await ask(request, .returned(request, .refused, refusals.all)), status: 422)
      } catch let refusal as Refusal where refusal.field != nil {
        return .page(try await ask(request, .returned(request, .refused, [refusal])), status: 422)
      }
    },
  ]

  private static func ask(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let language = request.language
    let person = try await PersonRoutes.person(request)
    return shell(try await request.frame(), title: title[language]) {
      head(person, language)
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        p(.class("soft")) {
          Text(
            "谁、何时、因何查看了谁的哪些信息，会记入日志，本人可以查询。",
            "Who looked at what of whom, when and why is recorded, and the person may ask for it.")[language]
        }
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          field(fields, typed: state.values("fields"), errors: state.errors("fields"), in: language)
          field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
          field(note, state.value("note"), errors: state.errors("note"), in: language)
          submitButton(Text("查看", "Show"), in: language)
        }
      }
    }
  }

  private static func answer(_ request: WebRequest) async throws -> HTML {
    let (language, id): (_, PersonID) = (request.language, try request.id())
    let nonce = request.newToken()
    let (wanted, action) = try request.read { form in
      let wanted: [PersonalField] = form.choices("fields", fields.label)
      if wanted.isEmpty { form.refuse("fields", at: "fields", Text("请选择要查看的内容。", "Choose what to see.")) }
      return (
        wanted,
        RevealPerson(
          person: id, fields: wanted, reason: form.requiredChoice("reason", reason.label),
          note: form.text("note", note.label, max: 200), nonce: nonce)
      )
    }
    // The same form sent again is answered with the first result, whose page is gone.
    let isFirst = try await request.run(action) == nonce
    let person = try await PersonRoutes.wholePerson(request)
    let shown = person.seen(by: try request.requirePrincipal())
    return shell(try await request.frame(), title: title[language]) {
      head(shown, language)
      if isFirst {
        sheet(in: language) { facts(person.whole(wanted, language), in: language) }
        p(.class("soft")) {
          Text("只显示这一次，离开后须重新说明理由。", "Shown only now: to see it again, give a reason again.")[language]
        }
      } else {
        notice(
          Text("这次查看的内容已经显示过，不再显示。", "What was asked for here was shown once and is not shown again."), .soon,
          in: language)
      }
      p { linkButton(Text("返回人员档案", "Back to the person"), to: PersonPaths.page.path(id), in: language) }
    }
  }

  private static func head(_ person: Person, _ language: Language) -> HTML {
    pageHead(
      title[language],
      crumbs: breadcrumbs(
        [Crumb(person.name, path: PersonPaths.page.path(person.id)), Crumb(title[language])], in: language))
  }

  private static let fields = Field(
    "fields", Text("查看的内容", "What to see"),
    .checkboxes(PersonalField.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let reason = Field(
    "reason", Text("查看的理由", "Reason"), .select(RevealReason.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let note = Field("note", Text("说明", "Note"), required: false)
}
