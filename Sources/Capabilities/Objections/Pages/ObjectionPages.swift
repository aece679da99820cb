import Intake
import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 异议的一屏 · What the pages of one objection show.
struct ObjectionView: Sendable {
  let objection: Objection
  let name: String
  let cause: String
  let steps: [ObjectionStep]

  static func load(_ request: WebRequest) async throws -> ObjectionView {
    let (id, principal): (ObjectionID, Principal) = (try request.id(), try request.requirePrincipal())
    return try await request.services.database.read { reader in
      let objection = try ObjectionTable.one(id, for: principal, reader)
      let (name, cause) = try objection.about.person(for: principal, reader)
      return ObjectionView(
        objection: objection, name: name, cause: cause,
        steps: ObjectionLifecycle.table.allowed(from: objection.state, by: principal))
    }
  }

  var isOpen: Bool { steps.contains(.uphold) }
}

/// 异议页 · The page of an objection, and the form of its decision.
enum ObjectionPages {
  static let title = Text("异议", "Objection")
  static let decisionTitle = Text("审查异议", "Decide the objection")
  private static let decidedTitle = Text("审查决定", "Decision")
  private static let annulledTitle = Text("被撤销的审查决定", "Decision that was annulled")
  static let newTitle = Text("登记异议", "Register an objection")
  static let receivedOn = Field("receivedOn", Text("收到异议日期", "Received on"), .date)
  static let grounds = Field("grounds", Text("异议理由", "Grounds of the objection"), .textarea(rows: 4))
  static let paper = Field(
    "paper", Text("异议书（扫描件）", "The objection (scan)"), .file(accept: "image/*,application/pdf", multiple: false),
    required: false)
  static let outcome = Field(
    "outcome", Text("处理结果", "Outcome"), .radios(ObjectionOutcome.allCases.map { Choice($0.rawValue, $0.name) }))
  static let opinion = Field(
    "opinion", Text("审查意见", "Reasons"), .textarea(rows: 5),
    hint: Text("写入审查决定书，送达异议人和法律援助中心", "Printed on the decision for the objector and the centre"))

  static func page(_ request: WebRequest, _ view: ObjectionView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.objection)
    return shell(frame, title: it.decisionNumber) {
      pageHead(
        "\(view.name) \(view.cause)", crumbs: crumbs(it, language),
        lead: .fragment([.text(it.decisionNumber), .text(" "), tag(it.state.name[language])]),
        actions: actions(request, view))
      sheet(title, in: language) { facts(told(it, language), in: language) }
      if it.decidedOn != nil {
        sheet(it.wasAnnulled ? annulledTitle : decidedTitle, in: language) {
          facts(decided(it, language), in: language)
        }
      }
      if let contest = it.contest { ContestPages.sheet(contest, language) }
    }
  }

  static func decision(_ request: WebRequest, _ state: FormState, _ view: ObjectionView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.objection)
    return shell(frame, title: decisionTitle[language]) {
      pageHead(
        decisionTitle[language], crumbs: crumbs(it, language, here: decisionTitle),
        lead: .text("\(view.name) \(view.cause)"))
      if view.isOpen || state.isReturned {
        errorSummary(state.formErrors, in: language)
        sheet(title, in: language) { facts(told(it, language), in: language) }
        confirmation(
          Consequence(
            Text(
              "制作法律援助异议审查决定书；责令改正的，原决定文书撤销，由中心给予或者恢复援助",
              "make the decision F20; if corrected, the old papers are withdrawn and the centre grants or resumes the aid"
            ),
            whom: view.name, basis: .list(ObjectionRight.basis(.inForce(on: it.receivedOn)).map(\.name))),
          in: language
        ) {
          postForm(
            ObjectionPaths.decision(it.id), state.tokens(version: it.version), changed: state.isReturned,
            in: language
          ) {
            field(outcome, typed: [state.value("outcome")], errors: state.errors("outcome"), in: language)
            field(opinion, state.value("opinion"), errors: state.errors("opinion"), in: language)
            submitButton(Text("签发决定", "Sign the decision"), in: language)
          }
        }
      } else {
        notice(
          Text(
            "异议现在的状态是“\(it.state.name.zh)”，不能再审查。",
            "The objection is now “\(it.state.name.en)”: nothing is left to decide."),
          .soon, in: language)
      }
    }
  }

  static func crumbs(_ it: Objection, _ language: Language, here: Text? = nil) -> HTML {
    let list = Crumb(ObjectionListPage.title[language], path: ObjectionPaths.list)
    guard let here else { return breadcrumbs([list, Crumb(it.decisionNumber)], in: language) }
    return breadcrumbs(
      [list, Crumb(it.decisionNumber, path: ObjectionPaths.page(it.id)), Crumb(here[language])], in: language)
  }

  private static func actions(_ request: WebRequest, _ view: ObjectionView) -> [HTML] {
    let (language, it) = (request.language, view.objection)
    var actions: [HTML] = []
    if view.isOpen {
      actions.append(linkButton(decisionTitle, to: ObjectionPaths.decision(it.id), .main, in: language))
    }
    if view.steps.contains(.contest) {
      actions.append(linkButton(ContestPages.title, to: ObjectionPaths.contest(it.id), in: language))
    }
    if view.steps.contains(.stand) {
      actions.append(
        linkButton(ContestPages.resultTitle, to: ObjectionPaths.contestResult(it.id), .main, in: language))
    }
    if view.steps.contains(.withdraw) {
      actions.append(
        actionForm(
          ObjectionPaths.withdrawal(it.id), request.tokens(version: it.version), ObjectionStep.withdraw.name,
          in: language))
    }
    return actions
  }

  private static func told(_ it: Objection, _ language: Language) -> [Fact] {
    [
      Fact(Text("原决定", "What was decided"), it.about.decision[language]),
      Fact(
        Text("原决定文号", "Its number"), .fragment { a(.href(it.about.path)) { it.decisionNumber } }),
      Fact(Text("原决定日期", "Its day"), Format.day(it.decidedAgainstOn, language)),
      Fact(receivedOn.label, Format.day(it.receivedOn, language)), Fact(grounds.label, it.grounds),
      Fact(Text("登记人", "Registered by"), it.recorder),
    ]
  }

  private static func decided(_ it: Objection, _ language: Language) -> [Fact] {
    [
      Fact(outcome.label, it.outcome.name[language]), Fact(opinion.label, it.opinion ?? ""),
      Fact(Text("决定日期", "Decided on"), it.decidedOn.map { Format.day($0, language) } ?? "—"),
      Fact(Text("审查人", "Decided by"), it.deciderName ?? "—"), Fact(Text("文号", "Number"), it.number ?? "—"),
    ]
  }
}

/// 登记异议页 · The form on which an objection is registered, from the application or the case.
enum NewObjectionPage {
  static func html(
    _ request: WebRequest, _ state: FormState, _ about: ObjectionSubject, _ known: (name: String, cause: String),
    _ decision: DecisionObjectedTo?, _ frame: Frame
  ) -> HTML {
    let language = request.language
    let title = ObjectionPages.newTitle
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(known.cause, path: about.path), Crumb(title[language])], in: language),
        lead: .text("\(known.name) \(known.cause)"))
      if let decision {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) {
            Text(
              "\(about.decision.zh)（\(decision.number)，\(Format.day(decision.decidedOn, .zh))）。司法局的审查期限从收到异议之日起算；国家没有规定提出异议的期限。",
              "\(about.decision.en) (\(decision.number), \(Format.day(decision.decidedOn, .en))). The bureau’s time runs from the day the objection was received; no national rule limits the time to object."
            )[language]
          }
          postForm(
            ObjectionPaths.new(about), state.tokens(), uploads: true, changed: state.isReturned, in: language
          ) {
            field(
              ObjectionPages.receivedOn, state.value("receivedOn", or: request.today.description),
              errors: state.errors("receivedOn"), in: language)
            field(ObjectionPages.grounds, state.value("grounds"), errors: state.errors("grounds"), in: language)
            field(ObjectionPages.paper, "", errors: state.errors("paper"), in: language)
            submitButton(title, in: language)
          }
        }
      } else {
        notice(
          Text(
            "只能对不予法律援助或者终止法律援助的决定提出异议。",
            "One may object to a refusal or a termination only: neither stands here."), .soon, in: language)
      }
    }
  }
}
