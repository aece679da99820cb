import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 回避的页面 · The pages of recusal: raised, decided, and its list on the application's page.
enum RecusalPages {
  static func path(_ id: ApplicationID) -> String { "\(ApplicationPaths.page(id))/recusal" }
  static func decisionPath(_ id: ApplicationID) -> String { "\(ApplicationPaths.page(id))/recusal-decision" }

  static func raising(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ people: [(id: UserID, name: String)],
    _ frame: Frame
  ) -> HTML {
    let language = request.language
    let me = request.principal?.user
    let own = people.filter { $0.id == me }
    let others = people.filter { $0.id != me }
    let choices =
      own.map { Choice($0.id.description, Text("本人（\($0.name)）自行回避", "Myself (\($0.name))")) }
      + others.map {
        Choice($0.id.description, Text("申请人申请\($0.name)回避", "\($0.name), asked for by the applicant"))
      }
    return StepPage.html(
      request, state, view, frame, title, to: path(view.application.id),
      consequence: Consequence(
        Text("记录回避；自行回避的，决定前即不再办理本申请", "record the recusal; who declares it himself takes no part from now on"),
        whom: view.person.name, basis: .list(SeparationRules.interestedMustRecuse.basis.map(\.name))),
      button: Text("提出回避", "Record the recusal")
    ) {
      field(
        Field("person", whom, .radios(choices)),
        typed: [state.value("person", or: own.first?.id.description)], errors: state.errors("person"), in: language)
      field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  static func deciding(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    let language = request.language
    let me = request.principal?.user
    let open = view.recusals.filter { $0.isGranted == nil }
    let choices = open.map { one in
      Choice(
        one.id.description, Text("\(one.name)：\(one.source.name.zh)", "\(one.name): \(one.source.name.en)"),
        hint: .same(one.reason), excludedBecause: one.person == me ? DecideRecusal.ownMatter.message : nil)
    }
    return StepPage.html(
      request, state, view, frame, decisionTitle, to: decisionPath(view.application.id),
      consequence: Consequence(
        Text("准予回避的，该人员不能再审查或者审批本申请", "if granted, this person neither reviews nor decides the application"),
        whom: view.person.name, basis: .list(SeparationRules.interestedMustRecuse.basis.map(\.name))),
      button: Text("作出决定", "Decide")
    ) {
      field(
        Field("recusal", title, .radios(choices)),
        typed: [state.value("recusal", or: open.first { $0.person != me }?.id.description)],
        errors: state.errors("recusal"), in: language)
      field(outcome, typed: [state.value("outcome")], errors: state.errors("outcome"), in: language)
      field(DecisionPages.opinion, state.value("opinion"), errors: state.errors("opinion"), in: language)
    }
  }

  /// 回避记录 · Nothing where none was raised.
  static func list(_ view: ApplicationView, _ language: Language) -> HTML {
    guard !view.recusals.isEmpty else { return .empty }
    return sheet(title, in: language) {
      facts(
        view.recusals.map { one in
          Fact(
            .same(one.name),
            .fragment {
              div { "\(one.source.name[language]) \(Format.day(one.raisedOn, language))" }
              div { one.reason }
              tag(standing(one)[language], one.isGranted == nil ? .soon : .plain)
              if let by = one.decidedBy { div(.class("small soft")) { "\(by) \(one.words ?? "")" } }
            })
        }, in: language)
    }
  }

  private static func standing(_ one: Recusal) -> Text {
    switch one.isGranted {
    case nil: Text("等待决定", "Not decided yet")
    case true?: Text("准予回避", "Granted")
    case false?: Text("不予回避", "Not granted")
    }
  }

  /// 决定 · Decision: whether a recusal is granted.
  enum Outcome: String, CaseIterable, Sendable {
    case granted, rejected

    var name: Text {
      switch self {
      case .granted: Text("准予回避", "Grant the recusal")
      case .rejected: Text("不予回避", "Do not grant the recusal")
      }
    }
  }

  static let title = Text("回避", "Recusal")
  static let decisionTitle = Text("决定回避", "Decide a recusal")
  static let whom = Text("回避的人员", "Who takes no part")
  static let reason = Field(
    "reason", Text("理由", "Reason"), .textarea(rows: 3),
    hint: Text(
      "例如是当事人、当事人的近亲属，或者有其他利害关系", "Such as being a party, a party's near relative or otherwise interested"))
  static let outcome = Field(
    "outcome", Text("决定", "Decision"), .radios(Outcome.allCases.map { Choice($0.rawValue, $0.name) }))
}
