import Kernel
import Localization
import Markup
import Storage
import Web

/// 申请路由 · The routes of applications after the counter.
enum ApplicationRoutes {
  static func all(_ panels: [PanelSource]) -> [Route] { [list, page(panels)] + reception + verifying + deciding }

  private static let list = Route.list(
    PathPattern(ApplicationPaths.list), .viewApplication, Text("申请列表", "Applications")
  ) { request in
    let principal = try request.requirePrincipal()
    let filter = ApplicationList.Filter(request)
    let query = ListQuery(request, sorts: ApplicationList.sorts, filters: ApplicationList.filters)
    let list = try await request.services.database.read {
      try ApplicationList.load(filter, query, for: principal, $0)
    }
    return ApplicationListPage.list(request, list, filter, query)
  }

  private static func page(_ panels: [PanelSource]) -> Route {
    .page(PathPattern(ApplicationPaths.list + "/{id}"), .viewApplication, Text("申请", "Application")) { request in
      let view = try await ApplicationView.load(request, panels)
      return ApplicationPage.html(request, view, try await request.frame())
    }
  }

  private static let reception =
    step(.accept, .acceptApplication, Text("受理", "Acceptance"), AcceptancePages.acceptance) { id, _ in
      AcceptApplication(id)
    }
    + step(.requestSupplement, .askForSupplement, Text("补充材料", "Supplement"), AcceptancePages.supplement) {
      id, form in
      RequestSupplement(
        id, needed: form.requiredText("needed", AcceptancePages.needed.label, max: 2_000, isMultiline: true),
        dueOn: form.requiredDay("dueOn", AcceptancePages.dueOn.label))
    }
    + step(.check, .registerApplication, Text("初审", "Preliminary check"), ReferralPages.check) { id, form in
      CheckAtStation(
        id, opinion: form.requiredText("opinion", ReferralPages.opinion.label, max: 2_000, isMultiline: true))
    }
    + step(.pointElsewhere, .acceptApplication, Text("告知管辖", "Point elsewhere"), ReferralPages.elsewhere) {
      id, form in
      PointElsewhere(
        id, to: form.requiredText("place", ReferralPages.place.label, max: 100),
        reason: form.requiredText("reason", ReferralPages.reason.label, max: 500, isMultiline: true))
    }
    + step(.withdraw, .registerApplication, Text("撤回", "Withdrawal"), AcceptancePages.withdrawal) { id, form in
      WithdrawApplication(
        id, reason: form.requiredText("reason", AcceptancePages.reason.label, max: 500, isMultiline: true))
    }
    + step(.deemWithdrawn, .askForSupplement, Text("视为撤回申请", "Deemed withdrawn"), AcceptancePages.deemed) {
      id, form in
      DeemWithdrawn(
        id, reason: form.requiredText("reason", AcceptancePages.reason.label, max: 500, isMultiline: true))
    } + materials

  private static let verifying =
    step(.verify, .reviewApplication, Text("核查", "Verification"), VerificationPages.query) { id, form in
      SendVerification(
        id, form.requiredChoice("kind", VerificationPages.kind.label),
        to: form.requiredText("addressee", VerificationPages.addressee.label, max: 100),
        question: form.requiredText("question", VerificationPages.question.label, max: 2_000, isMultiline: true))
    }
    + step(.recordAnswer, .reviewApplication, Text("核查结果", "Result of verification"), VerificationPages.answer) {
      id, form in
      RecordVerificationAnswer(
        id, form.requiredID("query", VerificationPages.queryLabel, of: Verification.self).uuid,
        answer: form.requiredText("answer", VerificationPages.answerField.label, max: 2_000, isMultiline: true))
    }
    + step(.extendReview, .approveApplication, Text("延长审查期限", "Extension"), VerificationPages.extending) {
      id, form in
      ExtendReview(
        id, opinion: form.requiredText("opinion", DecisionPages.opinion.label, max: 2_000, isMultiline: true))
    }

  private static let deciding =
    step(.review, .reviewApplication, Text("审查", "Review"), DecisionPages.review) { id, form in
      ReviewApplication(
        id, form.requiredChoice("recommendation", DecisionPages.recommendation.label),
        opinion: form.requiredText("opinion", DecisionPages.opinion.label, max: 2_000, isMultiline: true))
    }
    + step(.approve, .approveApplication, Text("审批", "Approval"), DecisionPages.approval) { id, form in
      ApproveApplication(
        id, form.requiredChoice("decision", DecisionPages.decision.label),
        opinion: form.requiredText("opinion", DecisionPages.opinion.label, max: 2_000, isMultiline: true),
        reason: form.text("reason", DecisionPages.reason.label, max: 1_000, isMultiline: true))
    }
    + step(.sendBack, .approveApplication, Text("退回审查", "Send back"), DecisionPages.sendingBack) { id, form in
      SendBackApplication(
        id, opinion: form.requiredText("opinion", DecisionPages.opinion.label, max: 2_000, isMultiline: true))
    }

  private static let materials = Route.form(
    ApplicationPaths.pattern(.supply), .registerApplication, Text("接收材料", "Further materials"),
    page: { request, state in
      AcceptancePages.materials(
        request, state, try await ApplicationView.load(request), try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let rules = RuleSet.inForce(on: request.today)
      try request.read { form in
        for item in CounterMaterials.items(rules) { _ = form.files(KeptUpload.prefix + item.code, item.name) }
      }
      let kept = try await KeptUpload.keep(request)
      _ = try await request.run(HandInMaterials(id, CounterMaterials.handedIn(kept, rules)))
      return ApplicationPaths.page(id)
    })

  private typealias Page = @Sendable (WebRequest, FormState, ApplicationView, Frame) -> HTML

  /// A step's page and its form, which becomes one action and leads back to the application.
  private static func step<A: Action>(
    _ step: ApplicationStep, _ permission: Permission, _ summary: Text, _ page: @escaping Page,
    _ action: @escaping @Sendable (ApplicationID, inout FieldReader) -> A
  ) -> [Route] {
    Route.form(
      ApplicationPaths.pattern(step), permission, summary,
      page: { page($0, $1, try await ApplicationView.load($0), try await $0.frame()) },
      submit: { request in
        let id: ApplicationID = try request.id()
        _ = try await request.run(request.read { action(id, &$0) })
        return ApplicationPaths.page(id)
      })
  }
}
