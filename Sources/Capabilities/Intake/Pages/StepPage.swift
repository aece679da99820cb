import Kernel
import Localization
import Markup
import Papers
import Registry
import Web

/// 办理页 · Step page: one step of an application: its form, and beside it what one decides on.
enum StepPage {
  /// 版式 · How a step is laid out: the form with its help beside it, or, to judge, the file on one side and on the other
  /// what the rules say of it, with the form below.
  enum Layout { case form, split }

  static func html(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame, _ title: Text,
    path: ApplicationStep, uploads: Bool = false, layout: Layout = .form, consequence: Consequence? = nil,
    button: Text, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    html(
      request, state, view, frame, title, to: ApplicationPaths.step(path, view.application.id), uploads: uploads,
      layout: layout, consequence: consequence, button: button, fields: fields)
  }

  static func html(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame, _ title: Text,
    to path: String, uploads: Bool = false, layout: Layout = .form, consequence: Consequence? = nil,
    button: Text, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    let language = request.language
    let it = view.application
    let form = postForm(
      path, state.tokens(version: it.version), uploads: uploads,
      changed: state.isReturned, in: language
    ) {
      fields()
      submitButton(button, in: language)
    }
    let framed =
      consequence.map { confirmation($0, in: language) { form } } ?? sheet(title, in: language) { form }
    return shell(frame, title: title[language]) {
      pageHead(
        title[language], crumbs: ApplicationPage.crumbs(it, language, here: title),
        lead: .text("\(view.person.name) \(it.cause)"))
      errorSummary(state.formErrors, in: language)
      if let name = view.namesake { notice(Self.sameName(name), .soon, in: language) }
      switch layout {
      case .form:
        columns {
          framed
          matter(view, language)
        } beside: {
          judgement(view, language)
          applicant(view, language)
        }
      case .split:
        halves {
          matter(view, language)
          applicant(view, language)
          if !view.verifications.isEmpty { VerificationPages.list(view, language) }
          papers(view, language)
        } and: {
          judgement(view, language)
          framed
        }
      }
    }
  }

  /// The step cannot be taken by this person or now: said instead of a form that would be refused.
  static func closed(
    _ request: WebRequest, _ view: ApplicationView, _ frame: Frame, _ title: Text, _ refusal: Refusal
  ) -> HTML {
    let language = request.language
    return shell(frame, title: title[language]) {
      pageHead(title[language], crumbs: ApplicationPage.crumbs(view.application, language, here: title))
      notice(refusal.message, .late, in: language)
      if !refusal.basis.isEmpty { p(.class("small")) { Text.list(refusal.basis.map(\.name))[language] } }
    }
  }

  private static func sameName(_ name: String) -> Text {
    Text(
      "您与本案当事人“\(name)”同名。如果是本人、近亲属或者有其他利害关系，请先提出回避。",
      "A party bears your name, “\(name)”. If it is you, a near relative, or you are otherwise interested, raise your recusal first."
    )
  }

  private static func matter(_ view: ApplicationView, _ language: Language) -> HTML {
    sheet(Text("事项", "Matter"), in: language) { facts(ApplicationFacts.matter(view, language), in: language) }
  }

  private static func applicant(_ view: ApplicationView, _ language: Language) -> HTML {
    sheet(Text("申请人", "Applicant"), in: language) {
      facts(ApplicationFacts.applicant(view, language), in: language)
    }
  }

  private static func papers(_ view: ApplicationView, _ language: Language) -> HTML {
    .fragment {
      sheet(Text("材料", "Materials"), in: language, flush: true) {
        attachmentList(view.attachments, names: CounterMaterials.names(view.application.ruleSet), in: language)
      }
      sheet(Text("文书", "Papers"), in: language, flush: true) {
        paperList(view.papers, names: view.names, in: language)
      }
    }
  }

  /// What the rules say of it, what was said of it, and what is missing.
  private static func judgement(_ view: ApplicationView, _ language: Language) -> HTML {
    let opinions = ApplicationFacts.opinions(view.application, language)
    return .fragment {
      if let clock = ApplicationProgress.clock(view, language) { clockBox(clock, in: language) }
      verdict(view.shownVerdict, id: "verdict", in: language)
      if !opinions.isEmpty {
        sheet(Text("审查意见", "Review"), in: language) { facts(opinions, in: language) }
      }
      if let words = view.notes.last(where: { $0.kind == .preliminary })?.words {
        sheet(Text("初审意见", "Preliminary check"), in: language) { p { words } }
      }
      if let words = view.notes.last(where: { $0.kind == .forwarded })?.words {
        sheet(Text("转交理由", "Why it was forwarded"), in: language) { p { words } }
      }
      if let words = view.notes.last(where: { $0.kind == .sentBack })?.words {
        sheet(Text("退回意见", "Sent back with"), in: language) { p { words } }
      }
      sheet(Text("还缺的材料", "Materials still missing"), in: language) {
        missingList(view.missingItems, in: language)
      }
    }
  }
}
