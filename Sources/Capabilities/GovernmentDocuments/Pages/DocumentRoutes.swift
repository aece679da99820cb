import Kernel
import Storage
import Web

/// 政府文件路由 · The routes of government documents and their tasks.
enum DocumentRoutes {
  static func all(_ panels: [PanelSource]) -> [Route] {
    [list, tasks, task, board(panels)] + new + details + newTask + change + TaskStepPage.all.flatMap { $0.routes() }
  }

  private static let list = Route.list(PathPattern(DocumentPaths.list), .workOnTasks, DocumentListPage.title) {
    request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let filter = DocumentList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: DocumentList.Filter.names)
    let list = try await request.services.database.read {
      try DocumentList.load(filter, query, on: today, for: principal, $0)
    }
    return DocumentListPage.list(request, list, filter, query)
  }

  private static let tasks = Route.list(PathPattern(DocumentPaths.tasks), .workOnTasks, TaskListPage.title) {
    request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let filter = TaskList.Filter(request)
    let query = ListQuery(request, sorts: ["standing"], filters: TaskList.Filter.names)
    let list = try await request.services.database.read {
      try TaskList.load(filter, query, on: today, for: principal, $0)
    }
    return TaskListPage.list(request, list, filter, query)
  }

  private static func board(_ panels: [PanelSource]) -> Route {
    Route.list(PathPattern(DocumentPaths.list + "/{id}"), .workOnTasks, BoardPage.title) { request in
      try await BoardPage.load(request, panels).listPage(request)
    }
  }

  private static let task = Route.page(PathPattern(DocumentPaths.tasks + "/{id}"), .workOnTasks, TaskPage.name) {
    request in
    try await TaskPage.load(request).html(request, try await request.frame())
  }

  private static let new = Route.form(
    PathPattern(DocumentPaths.new), .manageDocuments, DocumentForm.newTitle,
    page: { DocumentForm.html($0, $1, nil, try await $0.frame()) },
    submit: { request in
      let (told, file) = try await DocumentForm.read(request)
      return DocumentPaths.board(try await request.run(RegisterDocument(told, file: file)))
    })

  private static let details = Route.form(
    PathPattern(DocumentPaths.list + "/{id}/details"), .manageDocuments, DocumentForm.editTitle,
    page: { request, state in
      let (id, principal): (DocumentID, _) = (try request.id(), try request.requirePrincipal())
      let known = try await request.services.database.read { try DocumentTable.one(id, for: principal, $0) }
      return DocumentForm.html(request, state, known, try await request.frame())
    },
    submit: { request in
      let id: DocumentID = try request.id()
      let (told, file) = try await DocumentForm.read(request)
      _ = try await request.run(CorrectDocument(id, told, file: file))
      return DocumentPaths.board(id)
    })

  private static let newTask = Route.form(
    PathPattern(DocumentPaths.list + "/{id}/task"), .manageDocuments, TaskForm.newTitle,
    page: { try await TaskForm.ofDocument($0).html($0, $1, try await $0.frame()) },
    submit: { request in
      let form = try await TaskForm.ofDocument(request)
      _ = try await request.run(SetTask(form.document.id, form.read(request).0))
      return DocumentPaths.board(form.document.id)
    })

  private static let change = Route.form(
    PathPattern(DocumentPaths.tasks + "/{id}/change"), .manageDocuments, TaskStep.change.name,
    page: { try await TaskForm.ofTask($0).html($0, $1, try await $0.frame()) },
    submit: { request in
      let id: TaskID = try request.id()
      let (told, reason) = try await TaskForm.ofTask(request).read(request)
      _ = try await request.run(ChangeTask(id, told, reason: reason))
      return DocumentPaths.task(id)
    })
}
