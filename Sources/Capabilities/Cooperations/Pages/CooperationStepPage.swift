import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 协作办理页 · One step of a cooperation: its form, or why it cannot be taken now.
struct CooperationStepPage: Sendable {
  let name: String
  let title: Text
  let effect: Text
  let steps: [CooperationStep]
  let fields: @Sendable (FormState, Language) -> HTML
  let submit: @Sendable (CooperationID, WebRequest) async throws -> Void

  private typealias F = CooperationFields

  static let all = [sending, handling, answering]

  private static let sending = CooperationStepPage(
    name: "sending", title: CooperationStep.send.name,
    effect: Text(
      "制作法律援助协作函，写明要求和办结日期，盖章后寄送。",
      "This makes the letter F07 with what is asked and by when, to be sent once sealed."),
    steps: [.send], fields: { state, language in ask(F.sendBy, state, language) },
    submit: { id, request in
      let day = try request.read { $0.requiredDay("wantedBy", F.sendBy.label) }
      _ = try await request.run(SendCooperation(id, wantedBy: day))
    })

  private static let handling = CooperationStepPage(
    name: "handling", title: CooperationStep.handle.name,
    effect: Text("写明由谁办理外地请求的事项。", "Say who does what the other centre asked for."), steps: [.handle],
    fields: { state, language in ask(F.handler, state, language) },
    submit: { id, request in
      let handler = try request.read { $0.requiredText("handler", F.handler.label, max: 100) }
      _ = try await request.run(HandleCooperation(id, handler: handler))
    })

  private static let answering = CooperationStepPage(
    name: "answer", title: CooperationStep.answer.name,
    effect: Text(
      "外地来函的，制作复函；本中心发出的，登记对方的答复。不能协作的，应当书面说明理由。",
      "Of a letter received this makes the answer; of one sent it records the other’s. Whoever declines says why in writing."
    ),
    steps: [.answer, .decline],
    fields: { state, language in
      .fragment {
        ask(F.declined, state, language)
        ask(F.answer, state, language)
      }
    },
    submit: { id, request in
      let (isDeclined, answer) = try request.read { form in
        (
          form.requiredChoice("declined", F.declined.label, among: ["yes", "no"]) == "yes",
          form.requiredText("answer", F.answer.label, max: 2_000, isMultiline: true)
        )
      }
      _ = try await request.run(AnswerCooperation(id, declined: isDeclined, answer: answer))
    })

  func routes() -> [Route] {
    Route.form(
      PathPattern(CooperationPaths.list + "/{id}/\(name)"), .manageCooperation, title,
      page: { request, state in
        html(request, state, try await CooperationView.load(request), try await request.frame())
      },
      submit: { request in
        let id: CooperationID = try request.id()
        try await submit(id, request)
        return CooperationPaths.page(id)
      })
  }

  private func html(_ request: WebRequest, _ state: FormState, _ view: CooperationView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.it)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language], crumbs: CooperationPage.crumbs(it, language, here: title),
        lead: .text("\(it.other) \(it.cause)"))
      if state.isReturned || view.steps.contains(where: steps.contains) {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) { effect[language] }
          postForm(
            CooperationPaths.step(name, it.id), state.tokens(version: it.version), changed: state.isReturned,
            in: language
          ) {
            fields(state, language)
            submitButton(title, in: language)
          }
        }
      } else {
        notice(
          Text(
            "协作现在的状态是“\(it.state.name.zh)”，不能办理“\(title.zh)”。",
            "The cooperation is now “\(it.state.name.en)”; “\(title.en)” is not possible."), .soon, in: language)
      }
    }
  }
}

/// Asks a field with what was typed in it, else what usually holds.
func ask(_ one: Field, _ state: FormState, _ language: Language, or usual: String = "") -> HTML {
  field(one, state.value(one.name, or: usual), errors: state.errors(one.name), in: language)
}

/// 登记来函页 · The form of what another centre asks for.
enum NewCooperationPage {
  static let title = Text("登记外地来函", "Register a letter")
  private typealias F = CooperationFields

  static func html(_ request: WebRequest, _ state: FormState, _ frame: Frame) -> HTML {
    let language = request.language
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(CooperationListPage.title[language], path: CooperationPaths.list), Crumb(title[language])],
          in: language))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        p(.class("soft")) {
          Text(
            "不得以受援人不符合本地条件为由拒绝。答复期限从收函之日起算。",
            "That the recipient would not qualify here is no reason to decline. The time to answer begins with the receipt."
          )[
            language]
        }
        postForm(CooperationPaths.new, state.tokens(), changed: state.isReturned, in: language) {
          div(.class("grid2")) {
            ask(F.other, state, language)
            ask(F.theirNumber, state, language)
            ask(F.item, state, language)
            ask(F.cause, state, language)
            ask(F.begunOn, state, language, or: request.today.description)
            ask(F.wantedBy, state, language)
          }
          ask(F.content, state, language)
          submitButton(title, in: language)
        }
      }
    }
  }

  static func read(_ request: WebRequest) throws -> CooperationTold {
    try request.read { form in
      CooperationTold(
        other: form.requiredText("other", F.other.label, max: 100),
        item: form.requiredChoice("item", F.item.label), cause: form.requiredText("cause", F.cause.label, max: 100),
        content: form.requiredText("content", F.content.label, max: 2_000, isMultiline: true),
        theirNumber: form.text("theirNumber", F.theirNumber.label, max: 100),
        begunOn: form.requiredDay("begunOn", F.begunOn.label, notAfter: request.today),
        wantedBy: form.day("wantedBy", F.wantedBy.label))
    }
  }
}
