import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 答复页 · The director's answer: only what the law leaves is offered.
enum AnswerPage {
  static let title = Text("答复请求", "Answer the request")

  static func routes(_ links: [PersonLink]) -> [Route] {
    Route.form(
      PersonalRequestPaths.answer.pattern, .answerPersonalRequests, title,
      page: { request, state in try await html(request, state, PersonalRequestPage.load(request)) },
      submit: { request in
        let id: PersonalRequestID = try request.id()
        let action = try request.read { form in
          AnswerPersonalRequest(
            id, form.requiredChoice("answer", Text("答复", "Answer")),
            ground: form.choice("ground", ground.label),
            reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true),
            correction: PersonCorrection(
              name: form.text("name", correction[0].label, max: 60),
              identityNumber: form.identityNumber("identityNumber", correction[1].label),
              birthOn: form.day("birthOn", correction[2].label, notAfter: request.today),
              phone: form.phone("phone", correction[3].label),
              address: form.text("address", correction[4].label, max: 200)), links: links)
        }
        try await request.run(action)
        return PersonalRequestPaths.page.path(id)
      })
  }

  private static func html(
    _ request: WebRequest, _ state: FormState, _ page: PersonalRequestPage
  ) async throws -> HTML {
    let (language, it) = (request.language, page.it)
    return shell(try await request.frame(), title: title[language]) {
      pageHead(title[language], crumbs: page.crumbs(language, here: title))
      errorSummary(state.formErrors, in: language)
      columns {
        sheet(in: language) {
          postForm(request.path, state.tokens(version: it.version), changed: state.isReturned, in: language) {
            field(answer(page), state.value("answer"), errors: state.errors("answer"), in: language)
            field(ground, state.value("ground"), errors: state.errors("ground"), in: language)
            field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
            if it.kind == .correction {
              for one in correction {
                field(one, state.value(one.name), errors: state.errors(one.name), in: language)
              }
            }
            submitButton(title, in: language)
          }
        }
      } beside: {
        sheet(Text("请求", "Request"), in: language) { facts(page.asked(language), in: language) }
      }
    }
  }

  /// The answers of this kind; one that an open matter rules out is shown with its reason.
  private static func answer(_ page: PersonalRequestPage) -> Field {
    let left = PersonalRequestRule.answers(to: page.it.kind, hasOpenMatter: page.hasOpenMatter)
    return Field(
      "answer", Text("答复", "Answer"),
      .radios(
        PersonalRequestRule.answers(to: page.it.kind, hasOpenMatter: false).map { step in
          Choice(
            step.rawValue, step.name,
            hint: step == .restrict
              ? Text("档案仍须保存，删除请求改为限制处理。", "The archive must be kept: instead of a deletion, its use stops.") : nil,
            excludedBecause: left.contains(step)
              ? nil : Text("还有法律援助事项没有办结。", "A legal aid matter is not finished."))
        }))
  }

  private static let ground = Field(
    "ground", Text("不予同意的法定理由", "Ground of a refusal"),
    .select(RefusalGround.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text("只在不予同意时填写。", "Only for a refusal."), required: false)
  private static let reason = Field(
    "reason", Text("理由", "Reason"), .textarea(rows: 3),
    hint: Text("写入答复书，告知请求人。", "Told to the person in the answer."))
  private static let correction = [
    Field("name", Text("更正后的姓名", "Right name"), required: false),
    Field("identityNumber", Text("更正后的证件号码", "Right identity number"), .identityNumber, required: false),
    Field("birthOn", Text("更正后的出生日期", "Right birth date"), .date, required: false),
    Field("phone", Text("更正后的联系电话", "Right phone"), .telephone, required: false),
    Field("address", Text("更正后的住址", "Right address"), required: false),
  ]
}
