import Kernel
import Localization
import Markup
import Papers
import Web
import WorkCalendar

/// 任务办理页 · One step of a task: its form, or why it cannot be taken now.
struct TaskStepPage: Sendable {
  let name: String
  let title: Text
  let effect: Text
  let steps: [TaskStep]
  let permission: Permission
  var isMain = false
  let fields: [Field]
  let submit: @Sendable (TaskID, WebRequest) async throws -> Void

  static let all = [
    reporting, decision, reason("cancellation", .cancel, cancelling), reason("reopening", .reopen, reopening),
  ]

  static let what = Field("what", Text("完成情况", "What was done"), .textarea(rows: 5))
  static let evidence = Field(
    "evidence", Text("佐证材料", "Evidence"), .file(accept: "image/*,application/pdf", multiple: true),
    hint: Text("文件、会议记录、照片等", "Documents, minutes, photographs"), required: false)
  private static let outcome = Field(
    "outcome", Text("处理", "Decision"),
    .radios([TaskStep.confirm, .sendBack].map { Choice($0.rawValue, $0.name) }))
  private static let opinion = Field(
    "reason", Text("意见", "Opinion"), .textarea(rows: 3),
    hint: Text("退回的，写明还要做什么", "Where it is sent back, what is left to do"), required: false)
  private static let cancelling = Text(
    "取消后不再统计；需要时可以重新办理。", "A task that is cancelled is not counted; it can be taken up again.")
  private static let reopening = Text(
    "任务回到办理中，原来的报告和材料保留。", "The task is to be done again; what was reported and handed in stays.")

  private static let reporting = TaskStepPage(
    name: "report", title: TaskStep.report.name,
    effect: Text(
      "写明做了什么，附上能够证明的材料；由分解任务的人确认。",
      "Say what was done and hand in what shows it; whoever set the task confirms it."), steps: [.report],
    permission: .workOnTasks, isMain: true, fields: [what, evidence],
    submit: { id, request in
      let (words, uploads) = try request.read { form in
        (
          form.requiredText("what", what.label, max: 2_000, isMultiline: true),
          form.files("evidence", evidence.label).filter { $0.size > 0 }
        )
      }
      var files: [StoredUpload] = []
      for upload in uploads { files.append(try await store(upload, in: request.services)) }
      _ = try await request.run(ReportTask(id, what: words, evidence: files))
    })

  private static let decision = TaskStepPage(
    name: "decision", title: Text("确认或者退回", "Confirm or send back"),
    effect: Text(
      "核对报告和佐证材料。不能确认自己报告的任务。", "Check the report and its evidence. Nobody confirms what he reported himself."),
    steps: [.confirm, .sendBack], permission: .manageDocuments, isMain: true, fields: [outcome, opinion],
    submit: { id, request in
      let (step, words) = try request.read { form in
        let step = form.requiredChoice("outcome", outcome.label, TaskStep.self)
        let words = form.text("reason", opinion.label, max: 500, isMultiline: true)
        if ![.confirm, .sendBack].contains(step) {
          form.refuse("field-format", at: "outcome", Text("请选择确认或者退回。", "Choose to confirm or to send back."))
        }
        return (step, words)
      }
      _ = try await request.run(DecideTask(id, step, reason: words))
    })

  private static func reason(_ name: String, _ step: TaskStep, _ effect: Text) -> TaskStepPage {
    TaskStepPage(
      name: name, title: step.name, effect: effect, steps: [step], permission: .manageDocuments,
      fields: [TaskFields.reason],
      submit: { id, request in
        let words = try request.read {
          $0.requiredText("reason", TaskFields.reason.label, max: 500, isMultiline: true)
        }
        _ = try await request.run(DecideTask(id, step, reason: words))
      })
  }

  func routes() -> [Route] {
    Route.form(
      PathPattern("\(DocumentPaths.tasks)/{id}/\(name)"), permission, title,
      page: { request, state in
        html(request, state, try await TaskPage.load(request), try await request.frame())
      },
      submit: { request in
        let id: TaskID = try request.id()
        try await submit(id, request)
        return DocumentPaths.task(id)
      })
  }

  private func html(_ request: WebRequest, _ state: FormState, _ page: TaskPage, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, page.it)
    return shell(frame, title: title[language]) {
      pageHead(title[language], crumbs: page.crumbs(language, here: title), lead: .text(it.told.duty))
      if state.isReturned || page.steps.contains(where: steps.contains) {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          facts(page.told(request.today, language) + (it.state == .reported ? page.report : []), in: language)
          p(.class("soft")) { effect[language] }
          postForm(
            DocumentPaths.step(name, it.id), state.tokens(version: it.version),
            uploads: name == Self.reporting.name, changed: state.isReturned, in: language
          ) {
            for one in fields { ask(one, state, language) }
            submitButton(title, in: language)
          }
        }
      } else {
        TaskPage.cannot(steps[0], it, language)
      }
    }
  }

  private func ask(_ one: Field, _ state: FormState, _ language: Language) -> HTML {
    if case .radios = one.kind {
      return field(one, typed: [state.value(one.name)], errors: state.errors(one.name), in: language)
    }
    return field(one, state.value(one.name), errors: state.errors(one.name), in: language)
  }
}
