import Kernel
import Localization
import Markup
import Registry
import Web

/// 办理页 · Step page: one step of an application: its form, and beside it what one decides on.
enum StepPage {
  static func html(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame, _ title: Text,
    path: ApplicationStep, uploads: Bool = false, consequence: Consequence? = nil, button: Text,
    @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    let language = request.language
    let it = view.application
    let form = postForm(
      ApplicationPaths.step(path, it.id), state.tokens(version: it.version), uploads: uploads,
      changed: state.isReturned, in: language
    ) {
      fields()
      submitButton(button, in: language)
    }
    return shell(frame, title: title[language]) {
      pageHead(
        title[language], crumbs: ApplicationPage.crumbs(it, language, here: title),
        lead: .text("\(view.person.name) \(it.cause)"))
      errorSummary(state.formErrors, in: language)
      columns {
        if let consequence {
          confirmation(consequence, in: language) { form }
        } else {
          sheet(in: language) { form }
        }
        sheet(Text("事项", "Matter"), in: language) { facts(ApplicationFacts.matter(view, language), in: language) }
      } beside: {
        beside(view, language)
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

  private static func beside(_ view: ApplicationView, _ language: Language) -> HTML {
    let opinions = ApplicationFacts.opinions(view.application, language)
    return .fragment {
      if let clock = ApplicationProgress.clock(view, language) { clockBox(clock, in: language) }
      verdict(view.shownVerdict, id: "verdict", in: language)
      if !opinions.isEmpty {
        sheet(Text("审查意见", "Review"), in: language) { facts(opinions, in: language) }
      }
      sheet(Text("还缺的材料", "Materials still missing"), in: language) {
        missingList(view.missingItems, in: language)
      }
      sheet(Text("申请人", "Applicant"), in: language) {
        facts(ApplicationFacts.applicant(view, language), in: language)
      }
    }
  }
}
