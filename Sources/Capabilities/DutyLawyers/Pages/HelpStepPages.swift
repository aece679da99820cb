import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 法律帮助办理页 · One step of a help: its form, and beside it what was asked for.
struct HelpStepPage: Sendable {
  let path: HelpPaths
  let permission: Permission
  let step: LegalHelpStep
  let effect: Text
  let usual: @Sendable (WebRequest, HelpView) -> [String: [String]]
  let fields: @Sendable (HelpView, HelpKnown, HelpAsking, Day) -> HTML
  let submit: @Sendable (LegalHelpID, HelpKnown, WebRequest) async throws -> Void

  func routes() -> [Route] {
    Route.form(
      path.pattern, permission, step.name,
      page: { request, state in
        html(
          request, state, try await HelpView.load(request), try await HelpKnown.load(request),
          try await request.frame())
      },
      submit: { request in
        let id: LegalHelpID = try request.id()
        try await submit(id, try await HelpKnown.load(request), request)
        return HelpPaths.page.path(id)
      })
  }

  private func html(
    _ request: WebRequest, _ state: FormState, _ view: HelpView, _ known: HelpKnown, _ frame: Frame
  ) -> HTML {
    let (language, it) = (request.language, view.it)
    let ask = HelpAsking(state: state, usual: usual(request, view), language: language)
    return shell(frame, title: step.name[language]) {
      pageHead(
        step.name[language], crumbs: HelpPage.crumbs(it, language, here: step.name),
        lead: .text("\(it.number) \(it.name(to: view.principal))"))
      if view.steps.contains(step) || state.isReturned {
        errorSummary(state.formErrors, in: language)
        columns {
          sheet(in: language) {
            p(.class("soft")) { effect[language] }
            postForm(
              path.path(it.id), state.tokens(version: it.version), changed: state.isReturned, in: language
            ) {
              fields(view, known, ask, request.today)
              submitButton(step.name, in: language)
            }
          }
        } beside: {
          sheet(Text("请求", "Request"), in: language) { facts(HelpPage.asked(it, language), in: language) }
        }
      } else {
        notice(
          Text(
            "现在的状态是“\(it.state.name.zh)”，不能办理“\(step.name.zh)”。",
            "The help is now “\(it.state.name.en)”; “\(step.name.en)” is not possible."), .soon, in: language)
      }
    }
  }
}

enum HelpStepPages {
  private typealias F = HelpFields

  static let all = [dispatch, meeting, application, forwarding, given]

  private static let dispatch = HelpStepPage(
    path: .dispatch, permission: .dispatchHelp, step: .dispatch,
    effect: Text(
      "不选律师的，派今天在该地点当班的律师；没有排班的，选一名待命律师。",
      "Choose nobody to send who serves at the place today; where nobody does, choose a lawyer on call."),
    usual: { _, _ in [:] },
    fields: { view, known, ask, _ in
      let hint = view.serving.map {
        Text(
          "今天当班：\($0.servingName)（\($0.shift.name.zh)）", "On duty today: \($0.servingName) (\($0.shift.name.en))")
      }
      return ask(F.lawyer(known.lawyers, hint: hint, required: view.serving == nil))
    },
    submit: { id, known, request in
      let lawyer = try request.read { form in
        form.id("lawyer", F.lawyer([]).label, among: known.lawyers.map(\.id))
      }
      try await request.run(DispatchHelp(id, to: lawyer))
    })

  private static let meeting = HelpStepPage(
    path: .meeting, permission: .giveHelp, step: .meet,
    effect: Text("登记与本人见面的时间。", "Records when the lawyer met the person."),
    usual: { request, _ in ["metAt": [request.now]] }, fields: { _, _, ask, _ in ask(F.metAt) },
    submit: { id, _, request in
      let at = try request.read { $0.requiredInstant("metAt", F.metAt.label) }
      try await request.run(MeetPerson(id, at: at))
    })

  private static let application = HelpStepPage(
    path: .application, permission: .giveHelp, step: .takeApplication,
    effect: Text(
      "本人提出法律援助申请的，二十四小时内转交法律援助机构（法律援助法第39条，自2022年1月1日起施行）；期限从接收的时间起算，不因休息日顺延。",
      "An application for legal aid is forwarded to the centre within 24 hours (Legal Aid Law, art. 39, from 1 January 2022). They run from the minute it is handed over, rest days included."
    ),
    usual: { request, _ in ["takenAt": [request.now]] }, fields: { _, _, ask, _ in ask(F.takenAt) },
    submit: { id, _, request in
      let at = try request.read { $0.requiredInstant("takenAt", F.takenAt.label) }
      try await request.run(TakeApplication(id, at: at))
    })

  private static let forwarding = HelpStepPage(
    path: .forwarding, permission: .giveHelp, step: .forward,
    effect: Text(
      "转交后，受理岗的待办中出现这件申请，已登记的内容自动带入受理窗口，不必再填一遍。",
      "The application then waits at the centre’s counter, where what is on record is filled in."),
    usual: { request, _ in ["forwardedAt": [request.now]] }, fields: { _, _, ask, _ in ask(F.forwardedAt) },
    submit: { id, _, request in
      let at = try request.read { $0.requiredInstant("forwardedAt", F.forwardedAt.label) }
      try await request.run(ForwardApplication(id, at: at))
    })

  private static let given = HelpStepPage(
    path: .given, permission: .giveHelp, step: .help,
    effect: Text(
      "登记后制作登记表，由值班律师签名。没有辩护人的，签署认罪认罚具结书时值班律师应当在场（刑事诉讼法第174条）。",
      "This makes the record sheet for the duty lawyer to sign. Without a defender, the duty lawyer is present when a plea affidavit is signed (Criminal Procedure Law, art. 174)."
    ),
    usual: { request, view in ["at": [request.now], "kinds": view.it.wanted.map(\.rawValue)] },
    fields: { _, _, ask, today in
      .fragment {
        ask(F.given(on: today))
        ask(F.at)
        ask(F.content)
        ask(F.result)
        ask(F.defender)
        ask(F.objection)
      }
    },
    submit: { id, _, request in try await request.run(RecordHelp(id, HelpReading.given(request))) })
}
