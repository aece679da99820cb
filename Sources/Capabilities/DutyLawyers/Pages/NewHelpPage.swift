import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 登记法律帮助请求页 · The form of a request: who asks, where, of what the person is suspected, which help is wanted.
enum NewHelpPage {
  static let title = Text("登记法律帮助请求", "Register a request for legal help")
  private typealias F = HelpFields

  static func html(_ request: WebRequest, _ state: FormState, _ known: HelpKnown, _ frame: Frame) -> HTML {
    let language = request.language
    let ask = HelpAsking(state: state, usual: usual(request, known), language: language)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(HelpListPage.title[language], path: HelpPaths.list), Crumb(title[language])], in: language))
      errorSummary(state.formErrors, in: language)
      if known.places.isEmpty { RosterPage.noPlace(request) }
      postForm(HelpPaths.new, state.tokens(), uploads: true, changed: state.isReturned, in: language) {
        columns {
          asked(ask, known)
          person(ask, known)
          matter(ask, known)
          submitButton(title, in: language)
        } beside: {
          notice(
            Text(
              "法律帮助不审查经济状况，不是法律援助案件，单独编号、单独统计。需要辩护的，由值班律师帮助申请法律援助。",
              "Legal help needs no hardship test and is no legal aid case: it has numbers and figures of its own. Who needs a defender is helped to apply for legal aid."
            ), .plain, in: language)
        }
      }
    }
  }

  private static func asked(_ ask: HelpAsking, _ known: HelpKnown) -> HTML {
    sheet(Text("请求", "Request"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.source)
        ask(F.place(known.places))
        ask(F.askedAt)
        ask(F.receivedAt)
        ask(F.paper)
      }
    }
  }

  private static func person(_ ask: HelpAsking, _ known: HelpKnown) -> HTML {
    sheet(Text("受帮助人", "Person to be helped"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.name)
        ask(F.identityNumber)
        ask(F.sex)
        ask(F.birthOn)
        ask(F.phone)
        ask(F.township(known.townships))
        ask(F.address)
      }
    }
  }

  private static func matter(_ ask: HelpAsking, _ known: HelpKnown) -> HTML {
    sheet(Text("案情", "The case"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.stage)
        ask(F.charge(known.charges))
        ask(F.organ(known.organs))
        ask(F.organCase)
        ask(F.custody)
      }
      ask(F.defender)
      ask(F.wanted)
      ask(F.brief)
    }
  }

  private static func usual(_ request: WebRequest, _ known: HelpKnown) -> [String: [String]] {
    let isOwn = request.principal?.undertaker != nil
    var usual = [
      "receivedAt": [request.now], "source": [(isOwn ? HelpSource.onSite : .application).rawValue],
      "wanted": [HelpKind.consultation.rawValue],
    ]
    if known.places.count == 1 { usual["place"] = known.places.map(\.id.description) }
    return usual
  }
}

extension WebRequest {
  /// Now, as the forms have it typed.
  var now: String {
    let now = services.clock.now()
    return "\(now.day) \(Format.time(now.hour, now.minute))"
  }
}
