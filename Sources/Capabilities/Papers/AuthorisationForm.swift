import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 开启授权表单 · The form in which a keeper opens his seal: which forms, from when, until when.
enum AuthorisationForm {
  static func routes(_ forms: [PaperForm]) -> [Route] {
    let sealed = forms.filter(\.isSealed).reduce(into: [PaperForm]()) { kept, form in
      if !kept.contains(where: { $0.form == form.form }) { kept.append(form) }
    }
    let title = Text("开启用印授权", "Open a seal")
    return Route.form(
      "/seals/{id}/authorisation", .keepSeals, title,
      page: { request, state in
        let language = request.language
        return shell(try await request.frame(), title: title[language]) {
          h1 { title[language] }
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          postForm(request.path, state.tokens(), in: language) {
            field(formsField(sealed), typed: state.values("forms"), errors: state.errors("forms"), in: language)
            field(
              fromField, state.value("from", or: request.today.description), errors: state.errors("from"),
              in: language)
            field(
              toField, state.value("to", or: request.today.lastOfYear.description), errors: state.errors("to"),
              in: language)
            submitButton(Text("开启授权", "Open the seal"), .main, in: language)
          }
        }
      },
      submit: { request in
        guard let seal = UUIDv7(request.value("id")) else { throw Refusal.notFound }
        let (from, to) = try request.read { form in
          (form.requiredDay("from", fromField.label), form.requiredDay("to", toField.label))
        }
        let known = Set(sealed.map(\.form))
        try await request.run(
          OpenSealAuthorisation(
            seal: seal, forms: request.fields.values("forms").filter(known.contains), from: from, to: to))
        return "/seals"
      })
  }

  private static func formsField(_ forms: [PaperForm]) -> Field {
    Field(
      "forms", Text("文书种类", "Forms"), .checkboxes(forms.map { Choice($0.form, $0.name) }),
      hint: Text("只有选中的文书在审批、编号后自动盖章。", "Only these are sealed when approved and numbered."),
      basis: LegalBasis(.signatures, "13").name)
  }

  private static let fromField = Field("from", Text("开始日期", "From"), .date)
  private static let toField = Field("to", Text("结束日期", "To"), .date)
}
