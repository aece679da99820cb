import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 收案页 · Counter page: one screen from the identity number to the papers, with the answer of the rules beside it.
enum CounterPage {
  static let path = "/applications/new"
  static let draftPath = "/applications/new/draft"
  static let discardPath = "/applications/new/draft/removal"
  static let livePath = "/applications/new/verdict"

  static func html(_ request: WebRequest, _ state: FormState, _ view: CounterView, _ frame: Frame) throws
    -> HTML
  {
    let language = request.language
    let title = Text("新收申请", "New application")
    let code = try CounterPhone.html(request, view)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [
            Crumb(Text("申请", "Applications")[language], path: ApplicationPaths.list), Crumb(title[language]),
          ], in: language), lead: lead(view, language), actions: actions(request, view))
      errorSummary(state.formErrors, in: language)
      postForm(
        path, state.tokens(), uploads: true,
        live: LiveAnswer(
          path: livePath, target: CounterAside.id, minutes: view.ticket == nil ? nil : UploadTicket.minutes),
        changed: state.isReturned, in: language
      ) {
        view.from?.hidden ?? .empty
        columns(urgent: view.ticket != nil) {
          CounterSections.html(view, state, language)
        } beside: {
          code
          CounterAside.html(view, language)
        }
        buttons(language)
      }
    }
  }

  private static func lead(_ view: CounterView, _ language: Language) -> HTML {
    if let from = view.from { return from.lead(language) }
    guard let savedAt = view.draftSavedAt else {
      return .text(Text("填写时自动存为草稿。", "What you type is kept as a draft.")[language])
    }
    let at = Format.instant(savedAt, language)
    return .text(Text("草稿保存于\(at)。", "Draft saved on \(at).")[language])
  }

  private static func actions(_ request: WebRequest, _ view: CounterView) -> [HTML] {
    guard view.draftSavedAt != nil else { return [] }
    return [
      actionForm(
        CounterFrom.path(discardPath, request), request.tokens(), Text("放弃草稿", "Discard the draft"), .quiet,
        in: request.language)
    ]
  }

  private static func buttons(_ language: Language) -> HTML {
    p {
      submitButton(Text("登记并出具接收凭证", "Register and give the receipt"), in: language)
      " "
      button(.button(.submit), .class("button"), .formaction(draftPath)) { Text("存草稿", "Save draft")[language] }
    }
  }
}
