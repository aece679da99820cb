import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 答复页 · Handling page: the answer to a consultation that was left open, or its appointment.
enum HandlingPage {
  static func html(_ request: WebRequest, _ state: FormState, _ view: ConsultationView, _ frame: Frame) -> HTML {
    let ask = Asking(
      state: state, usual: ["mode": "now", "handling": "answered"], language: request.language)
    let modes: [ConsultationFields.Mode] = view.steps.contains(.appoint) ? [.now, .appointment] : [.now]
    return ConsultationStepPage.html(
      request, state, view, frame, Text("答复咨询", "Answer the consultation"),
      path: ConsultationPaths.handling(view.it.id), button: Text("保存答复", "Save the answer")
    ) { NewConsultationPage.answer(ask, modes) }
  }
}

/// 代拟文书页 · Drafting page: a document drafted for the person who asked.
enum DraftingPage {
  private typealias F = ConsultationFields

  static func html(_ request: WebRequest, _ state: FormState, _ view: ConsultationView, _ frame: Frame) -> HTML {
    let ask = Asking(
      state: state, usual: ["draftedOn": request.today.description], language: request.language)
    return ConsultationStepPage.html(
      request, state, view, frame, Text("登记代拟法律文书", "Record the drafting of a legal document"),
      path: ConsultationPaths.drafting(view.it.id), uploads: true, button: Text("登记", "Record")
    ) {
      sheet(in: request.language) {
        ask(F.draftKind)
        ask(F.draftTitle)
        ask(F.draftedOn)
        ask(F.draftFile)
      }
    }
  }
}

/// 咨询办理页 · The frame of both: the form, and beside it what was asked.
enum ConsultationStepPage {
  static func html(
    _ request: WebRequest, _ state: FormState, _ view: ConsultationView, _ frame: Frame, _ title: Text,
    path: String, uploads: Bool = false, button: Text, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    let language = request.language
    return shell(frame, title: title[language]) {
      pageHead(
        title[language], crumbs: ConsultationPage.crumbs(view.it, language, here: title),
        lead: .text("\(view.it.number) \(view.it.cause)"))
      errorSummary(state.formErrors, in: language)
      columns {
        postForm(
          path, state.tokens(version: view.it.version), uploads: uploads, changed: state.isReturned, in: language
        ) {
          fields()
          submitButton(button, in: language)
        }
      } beside: {
        sheet(Text("咨询内容", "Content of consultation"), in: language) {
          facts(ConsultationPage.matter(view, language), in: language)
        }
      }
    }
  }
}
