import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 申请页 · Application page: where it stands, what may be done, what it says, its papers and everything that happened.
enum ApplicationPage {
  static func html(_ request: WebRequest, _ view: ApplicationView, _ frame: Frame) -> HTML {
    let language = request.language
    let it = view.application
    return shell(frame, title: it.number ?? it.receiptNumber) {
      pageHead(
        "\(view.person.name) \(it.cause)", crumbs: crumbs(it, language),
        lead: .fragment([.text(it.number ?? it.receiptNumber), .text(" "), tag(it.state.name[language])]),
        actions: buttons(view, language) + nextStage(it, request.principal, language)
          + GroupPages.button(view, request.principal, language)
          + phone(view, request.principal, language) + provisional(view, request.principal, language)
          + recusal(view, request.principal, language))
      steps(ApplicationProgress.steps(it, language), in: language)
      columns(urgent: !view.deadlines.isEmpty) {
        ApplicationProgress.next(view, language)
        record(view, language)
      } beside: {
        beside(view, language)
      }
    }
  }

  static func crumbs(_ application: Application, _ language: Language, here: Text? = nil) -> HTML {
    let number = application.number ?? application.receiptNumber
    let list = Crumb(Text("申请", "Applications")[language], path: ApplicationPaths.list)
    guard let here else { return breadcrumbs([list, Crumb(number)], in: language) }
    return breadcrumbs(
      [list, Crumb(number, path: ApplicationPaths.page(application.id)), Crumb(here[language])], in: language)
  }

  private static func buttons(_ view: ApplicationView, _ language: Language) -> [HTML] {
    var shown: Set<String> = []
    return view.steps.filter(view.isDue).compactMap { step in
      let path = ApplicationPaths.step(step, view.application.id)
      guard shown.insert(path).inserted else { return nil }
      let isQuiet = [
        .check, .pointElsewhere, .forward, .withdraw, .deemWithdrawn, .requestSupplement, .sendBack, .verify,
        .extendReview,
      ].contains(
        step)
      return linkButton(
        step == .approve ? Text("审批", "Approve") : step.name, to: path, isQuiet ? .plain : .main, in: language)
    }
  }

  /// 下一办案阶段 · What was granted may be applied for again in the next stage; the counter knows all of it.
  private static func nextStage(
    _ application: Application, _ principal: Principal?, _ language: Language
  ) -> [HTML] {
    guard application.state == .granted, principal?.holds(.registerApplication) == true else { return [] }
    return [
      linkButton(
        Text("申请下一办案阶段", "Apply for the next stage"),
        to: "\(CounterPage.path)?\(CounterFrom.stageField)=\(application.id)", .plain, in: language)
    ]
  }

  /// 手机上传 · Further papers from the applicant's own telephone.
  private static func phone(_ view: ApplicationView, _ principal: Principal?, _ language: Language) -> [HTML] {
    guard view.application.state.takesMaterials, principal?.holds(.registerApplication) == true else { return [] }
    return [
      linkButton(PhoneUploadPages.title, to: PhoneUploadPages.path(view.application.id), .plain, in: language)
    ]
  }

  /// 先行提供法律援助 · Ordered once, while nothing is decided, by whoever decides.
  private static func provisional(_ view: ApplicationView, _ principal: Principal?, _ language: Language) -> [HTML]
  {
    guard view.provisional == nil, view.application.state.takesMaterials,
      principal?.holds(.approveApplication) == true
    else { return [] }
    return [
      linkButton(ProvisionalPages.title, to: ProvisionalPages.path(view.application.id), .plain, in: language)
    ]
  }

  /// 回避 · Raised while nothing is decided, and decided by whoever may.
  private static func recusal(_ view: ApplicationView, _ principal: Principal?, _ language: Language) -> [HTML] {
    guard let principal, view.application.state.takesMaterials else { return [] }
    let id = view.application.id
    let isOpen = view.recusals.contains { $0.isGranted == nil && $0.person != principal.user }
    return [
      isOpen && principal.holds(.decideRecusal)
        ? linkButton(RecusalPages.decisionTitle, to: RecusalPages.decisionPath(id), .main, in: language) : nil,
      principal.holds(.raiseRecusal)
        ? linkButton(RecusalPages.title, to: RecusalPages.path(id), .plain, in: language) : nil,
    ].compactMap(\.self)
  }

  private static func record(_ view: ApplicationView, _ language: Language) -> HTML {
    let opinions = ApplicationFacts.opinions(view.application, language)
    return .fragment {
      sheet(Text("申请人", "Applicant"), in: language) {
        facts(ApplicationFacts.applicant(view, language), in: language)
      }
      ProvisionalPages.standing(view, language)
      sheet(Text("事项", "Matter"), in: language) { facts(ApplicationFacts.matter(view, language), in: language) }
      if !opinions.isEmpty {
        sheet(Text("审查和审批", "Review and approval"), in: language) { facts(opinions, in: language) }
      }
      RecusalPages.list(view, language)
      if !view.verifications.isEmpty { VerificationPages.list(view, language) }
      sheet(Text("文书", "Papers"), in: language, flush: true) {
        paperList(view.papers, names: view.names, signing: view.signing, in: language)
      }
      sheet(Text("材料", "Materials"), in: language, flush: true) {
        attachmentList(view.attachments, names: CounterMaterials.names(view.application.ruleSet), in: language)
      }
    }
  }

  private static func beside(_ view: ApplicationView, _ language: Language) -> HTML {
    .fragment {
      if let clock = ApplicationProgress.clock(view, language) { clockBox(clock, in: language) }
      for panel in view.panels { panelSheet(panel, in: language) }
      verdict(view.shownVerdict, id: "verdict", in: language)
      sheet(Text("还缺的材料", "Materials still missing"), in: language) {
        missingList(view.missingItems, in: language)
      }
      sheet(Text("接收", "Reception"), in: language) { facts(ApplicationFacts.service(view, language), in: language) }
      sheet(Text("流程记录", "Timeline"), in: language) { timeline(ApplicationProgress.entries(view, language)) }
    }
  }
}
