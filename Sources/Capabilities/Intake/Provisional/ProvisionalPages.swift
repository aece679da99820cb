import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 先行提供法律援助的页面 · The pages of provisional aid: the order, and how it stands on the application's page.
enum ProvisionalPages {
  static func path(_ id: ApplicationID) -> String { "\(ApplicationPaths.page(id))/provisional-aid" }

  static func order(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    let refusal: Refusal? =
      view.provisional != nil
      ? OrderProvisionalAid.known : view.application.state.takesMaterials ? nil : OrderProvisionalAid.decided
    if let refusal, !state.isReturned { return StepPage.closed(request, view, frame, title, refusal) }
    let language = request.language
    return StepPage.html(
      request, state, view, frame, title, to: path(view.application.id), layout: .split,
      consequence: Consequence(
        Text("在审查决定之前先立案并提供法律援助，申请继续审查", "open a case and give aid before the decision; the application goes on"),
        whom: view.person.name, papers: [view.names[IntakeForms.provisionalCode]].compactMap(\.self),
        basis: .list(ProvisionalGround.basis(view.application.ruleSet).map(\.name))),
      button: Text("决定先行提供法律援助", "Order provisional aid")
    ) {
      field(ground, typed: [state.value("ground")], errors: state.errors("ground"), in: language)
      field(periodEnds, state.value("periodEnds"), errors: state.errors("periodEnds"), in: language)
      field(
        supplyBy,
        state.value("supplyBy", or: request.today.adding(days: ProvisionalGround.daysToSupply).description),
        errors: state.errors("supplyBy"), in: language)
      field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  /// How it stands; nothing where none was ordered.
  static func standing(_ view: ApplicationView, _ language: Language) -> HTML {
    guard let aid = view.provisional else { return .empty }
    return sheet(Text("先行提供法律援助", "Provisional aid"), in: language) {
      facts(
        [
          Fact(Text("情形", "Ground"), aid.ground.name[language]),
          Fact(
            Text("决定", "Ordered"), "\(aid.number) \(aid.orderedBy) \(Format.day(aid.orderedOn, language))"),
          Fact(Text("补充期限", "Papers by"), Format.day(aid.supplyBy, language)),
          Fact(Text("现状", "Standing"), outcome(view.application.state)[language]),
        ], in: language)
    }
  }

  private static func outcome(_ state: ApplicationState) -> Text {
    switch state {
    case .granted: Text("审查后给予法律援助", "Confirmed by the grant")
    case .refused, .withdrawn, .deemedWithdrawn, .notAccepted:
      Text("申请没有得到批准，案件提请终止", "The application failed; termination of the case is proposed")
    default: Text("申请审查中", "The application goes on")
    }
  }

  static let title = Text("先行提供法律援助", "Provisional aid")
  static let ground = Field(
    "ground", Text("情形", "Ground"),
    .radios(ProvisionalGround.allCases.map { Choice($0.rawValue, $0.name) }))
  static let periodEnds = Field(
    "periodEnds", Text("时效或者期限届满日期", "Day on which the period ends"), .date,
    hint: Text("第一种情形必填", "Needed for the first ground"), required: false)
  static let supplyBy = Field(
    "supplyBy", Text("补充材料、补办手续的期限", "Papers to be supplied by"), .date,
    hint: Text("默认七日，由中心指定", "Seven days by default; the centre names it"))
  static let reason = Field(
    "reason", Text("理由", "Reason"), .textarea(rows: 3),
    hint: Text("写明情况怎样紧急", "Say how it is urgent"))
}
