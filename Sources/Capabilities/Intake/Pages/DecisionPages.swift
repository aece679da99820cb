import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 审查审批的页面 · The pages of the decision: the reviewer's and the director's.
enum DecisionPages {
  static let reviewTitle = Text("审查申请", "Review the application")
  static let approvalTitle = Text("审批申请", "Approve the application")

  static func review(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    if let closed = recused(request, state, view, frame, reviewTitle) { return closed }
    let language = request.language
    let proposed: Recommendation? =
      switch view.verdict.outcome {
      case .qualifies: .grant
      case .refuse: .refuse
      case .notKnown: nil
      }
    return StepPage.html(
      request, state, view, frame, reviewTitle, path: .review, layout: .split,
      button: Text("提交审批", "Hand to the director")
    ) {
      field(
        recommendation, typed: [state.value("recommendation", or: proposed?.rawValue)],
        errors: state.errors("recommendation"), in: language)
      field(opinion, state.value("opinion"), errors: state.errors("opinion"), in: language)
    }
  }

  static func approval(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    if let user = request.principal?.user,
      let refusal = SeparationRules.refusal(reviewers: view.reviewers, approver: user),
      !state.isReturned
    {
      return StepPage.closed(request, view, frame, approvalTitle, refusal)
    }
    if let closed = recused(request, state, view, frame, approvalTitle) { return closed }
    let language = request.language
    let proposed = view.application.correctionOrder == nil ? view.application.review?.recommendation : .grant
    let failed = view.verdict.failures.map(\.reason.zh).joined()
    return StepPage.html(
      request, state, view, frame, approvalTitle, path: .approve, layout: .split, consequence: consequence(view),
      button: Text("签发决定", "Sign the decision")
    ) {
      if let order = view.application.correctionOrder { notice(ordered(order), .soon, in: language) }
      field(
        decision, typed: [state.value("decision", or: proposed?.rawValue)],
        errors: state.errors("decision"), in: language)
      field(opinion, state.value("opinion"), errors: state.errors("opinion"), in: language)
      field(reason, state.value("reason", or: failed), errors: state.errors("reason"), in: language)
    }
  }

  private static func ordered(_ number: String) -> Text {
    Text(
      "司法局经审查异议，责令改正原不予决定（\(number)），请给予法律援助。",
      "On an objection the bureau ordered to correct the refusal (\(number)): grant the aid.")
  }

  /// Instead of the form, for whoever has to take no part.
  private static func recused(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame, _ title: Text
  ) -> HTML? {
    guard !state.isReturned, RecusalTable.binds(request.principal?.user, view.recusals) else { return nil }
    return StepPage.closed(request, view, frame, title, SeparationRules.interestedMustRecuse)
  }

  static func sendingBack(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    StepPage.html(
      request, state, view, frame, Text("退回审查", "Send back for review"), path: .sendBack,
      consequence: Consequence(
        Text("退给审查岗再次审查，期限照常计算", "hand it back to be reviewed again; the clock runs on"),
        whom: view.application.review?.name ?? view.person.name),
      button: Text("退回", "Send back")
    ) {
      field(
        Field(
          "opinion", Text("退回意见", "Opinion"), .textarea(rows: 4),
          hint: Text("写明需要核对或者补充审查的内容", "Say what is to be checked or reviewed again")),
        state.value("opinion"), errors: state.errors("opinion"), in: request.language)
    }
  }

  private static func consequence(_ view: ApplicationView) -> Consequence {
    let names = view.names
    return Consequence(
      Text("作出决定并编号，期限停止计算", "decide, number the decision and stop the clock"), whom: view.person.name,
      papers: ["F08", "F09", "F10"].compactMap { names[$0] },
      basis: .list(Decision.basis(view.application.ruleSet).map(\.name)))
  }

  static let recommendation = Field("recommendation", Text("审查结论", "Recommendation"), choices)
  static let decision = Field("decision", Text("审批决定", "Decision"), choices)
  static let opinion = Field("opinion", Text("意见", "Opinion"), .textarea(rows: 4))
  static let reason = Field(
    "reason", Text("不予援助的理由", "Reason for a refusal"), .textarea(rows: 3),
    hint: Text("写入不予法律援助决定书", "Stands on the refusal decision"), required: false)

  private static let choices = Field.Kind.radios(
    Recommendation.allCases.map { Choice($0.rawValue, $0.name) })
}
