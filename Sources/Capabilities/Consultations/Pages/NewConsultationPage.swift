import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 登记咨询页 · The form of a new consultation: who, what, when, and how it is answered; beside it what is known of the person.
enum NewConsultationPage {
  typealias F = ConsultationFields

  static func html(
    _ request: WebRequest, _ state: FormState, _ words: OfficeWords, _ known: KnownPerson, _ frame: Frame
  ) -> HTML {
    let language = request.language
    let title = Text("登记咨询", "Record a consultation")
    let ask = Asking(state: state, usual: usual(request), language: language)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(Text("咨询", "Consultations")[language], path: ConsultationPaths.list), Crumb(title[language])],
          in: language))
      errorSummary(state.formErrors, in: language)
      postForm(
        ConsultationPaths.new, state.tokens(),
        live: LiveAnswer(path: ConsultationPaths.known, target: KnownPerson.id),
        changed: state.isReturned, in: language
      ) {
        columns {
          consulter(ask, words.townships)
          matter(ask, words.causes)
          answer(ask, [.now, .appointment, .later])
          submitButton(Text("登记咨询", "Record the consultation"), in: language)
        } beside: {
          KnownPerson.html(known, language)
        }
      }
    }
  }

  private static func usual(_ request: WebRequest) -> [String: String] {
    let now = request.services.clock.now()
    let isStation = request.principal?.agencyKind == .station
    return [
      "channel": isStation ? "station" : "visit", "mode": F.Mode.now.rawValue, "handling": "answered",
      "servedAt": "\(now.day) \(Format.time(now.hour, now.minute))",
    ]
  }

  private static func consulter(_ ask: Asking, _ townships: [String]) -> HTML {
    sheet(Text("咨询人", "Consulter"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.name)
        ask(F.phone)
        ask(F.identityNumber)
        ask(F.address)
        ask(F.township(townships))
        ask(F.companions)
      }
      ask(F.declines)
      disclosure(F.groups.label, open: ask.isFilled("groups"), in: ask.language) { ask(F.groups) }
    }
  }

  private static func matter(_ ask: Asking, _ causes: [String]) -> HTML {
    sheet(Text("咨询内容", "Content of consultation"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.channel)
        ask(F.servedAt)
        ask(F.topic)
        ask(F.causeSuggesting(causes))
        ask(F.opposing)
      }
      ask(F.content)
    }
  }

  static func answer(_ ask: Asking, _ modes: [F.Mode]) -> HTML {
    sheet(Text("答复", "Answer"), in: ask.language) {
      ask(F.mode(modes))
      ask(F.answer)
      div(.class("grid2")) {
        ask(F.handling)
        ask(F.department)
        ask(F.appointedAt)
      }
      ask(F.reminded)
    }
  }
}

/// 提问 · Asks a field with what was typed, else what usually holds, and what is wrong with it.
struct Asking {
  let state: FormState
  let usual: [String: String]
  let language: Language

  func callAsFunction(_ asked: Field) -> HTML {
    if case .checkboxes = asked.kind {
      return field(asked, typed: state.values(asked.name), errors: state.errors(asked.name), in: language)
    }
    return field(
      asked, state.value(asked.name, or: usual[asked.name] ?? ""), errors: state.errors(asked.name), in: language)
  }

  func isFilled(_ name: String) -> Bool { !state.values(name).isEmpty || !state.errors(name).isEmpty }
}
