import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 任务字段 · What a task asks for.
enum TaskFields {
  static let duty = Field("duty", Text("责任事项", "Duty"), .textarea(rows: 3))
  static let outside = Field(
    "outside", Text("其他单位", "Bodies outside"),
    hint: Text("配合或者另行负责的单位，写名称", "By name: alone, or beside the unit"), required: false)
  static let dueOn = Field("dueOn", TaskListPage.due, .date)
  static let agency = agency(among: [])

  static func agency(among agencies: [Agency]) -> Field {
    Field(
      "agency", Text("责任单位", "Unit"), .select(agencies.map { Choice($0.id.description, .same($0.name)) }),
      hint: Text("本县的单位；由其他单位负责的，不选", "Of the county; none where a body outside answers for it"), required: false)
  }

  static func person(among units: TaskUnits) -> Field {
    Field(
      "person", Text("责任人", "Person"),
      .select(
        units.people.map { one in
          let places = one.agencies.map(\.name).joined(separator: " ")
          return Choice(one.user.id.description, .same("\(one.user.name) · \(places)"))
        }), hint: Text("不指定时，责任单位的人员都可以办理", "Where nobody is named, anybody of the unit does it"), required: false)
  }

  static let reason = Field("reason", Text("理由", "Reason"), .textarea(rows: 3))
}

/// 任务表单 · The form that sets a task of a document, or changes one.
struct TaskForm: Sendable {
  static let newTitle = Text("分解任务", "Set a task")

  let document: GovernmentDocument
  let task: ImplementationTask?
  let units: TaskUnits

  static func ofDocument(_ request: WebRequest) async throws -> TaskForm {
    let (id, principal): (DocumentID, _) = (try request.id(), try request.requirePrincipal())
    return try await load(request) { reader in (try DocumentTable.one(id, for: principal, reader), nil) }
  }

  static func ofTask(_ request: WebRequest) async throws -> TaskForm {
    let (id, principal): (TaskID, _) = (try request.id(), try request.requirePrincipal())
    return try await load(request) { reader in
      let task = try TaskTable.one(id, for: principal, reader)
      return (try DocumentTable.one(task.document, for: principal, reader), task)
    }
  }

  private static func load(
    _ request: WebRequest,
    _ what: @escaping @Sendable (any Reader) throws -> (GovernmentDocument, ImplementationTask?)
  ) async throws -> TaskForm {
    let (principal, today) = (try request.requirePrincipal(), request.today)
    return try await request.services.database.read { reader in
      let (document, task) = try what(reader)
      return TaskForm(
        document: document, task: task, units: try TaskUnits.load(principal.county, on: today, reader))
    }
  }

  func html(_ request: WebRequest, _ state: FormState, _ frame: Frame) -> HTML {
    let (language, title) = (request.language, task == nil ? Self.newTitle : TaskStep.change.name)
    let number = document.told.number
    let here = task.map { [Crumb(TaskPage.name[language], path: DocumentPaths.task($0.id))] } ?? []
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: BoardPage.crumbs(number, document.id, language, here: here + [Crumb(title[language])]),
        lead: .text(document.told.title))
      errorSummary(state.formErrors, in: language)
      if let task, task.state != .open, !state.isReturned {
        TaskPage.cannot(.change, task, language)
      } else {
        sheet(in: language) { form(title, state, language) }
      }
    }
  }

  private func form(_ title: Text, _ state: FormState, _ language: Language) -> HTML {
    let told = task?.told
    return postForm(
      task.map { DocumentPaths.step("change", $0.id) } ?? DocumentPaths.newTask(document.id),
      state.tokens(version: task?.version), changed: state.isReturned, in: language
    ) {
      ask(TaskFields.duty, told?.duty)
      div(.class("grid2")) {
        ask(TaskFields.agency(among: units.agencies), told?.agency?.description)
        ask(TaskFields.person(among: units), told?.person?.description)
        ask(TaskFields.outside, told?.outside)
        ask(TaskFields.dueOn, told?.dueOn.description)
      }
      if task != nil { ask(TaskFields.reason, nil) }
      submitButton(title, in: language)
    }
    func ask(_ one: Field, _ recorded: String?) -> HTML {
      field(one, state.value(one.name, or: recorded), errors: state.errors(one.name), in: language)
    }
  }

  /// What was typed; the reason is empty where a task is set.
  func read(_ request: WebRequest) throws -> (TaskTold, reason: String) {
    try request.read { form in
      (
        TaskTold(
          duty: form.requiredText("duty", TaskFields.duty.label, max: 500, isMultiline: true),
          agency: form.id("agency", TaskFields.agency.label, among: units.agencies.map(\.id)),
          person: form.id("person", TaskFields.person(among: units).label, among: units.people.map(\.user.id)),
          outside: form.text("outside", TaskFields.outside.label, max: 100),
          dueOn: form.requiredDay("dueOn", TaskFields.dueOn.label)),
        task == nil ? "" : form.requiredText("reason", TaskFields.reason.label, max: 500, isMultiline: true)
      )
    }
  }
}
