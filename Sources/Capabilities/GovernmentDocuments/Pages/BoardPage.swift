import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 任务分解页 · The board of one document: what it is, what rests on it, and its tasks with unit, day and state.
struct BoardPage: Sendable {
  static let title = Text("任务分解", "Task board")

  let it: GovernmentDocument
  let files: [AttachmentRecord]
  let tasks: TaskList
  let counts: TaskCounts?
  let panels: [Panel]
  let filter: TaskList.Filter
  let query: ListQuery

  static func load(_ request: WebRequest, _ sources: [PanelSource]) async throws -> BoardPage {
    let (id, principal): (DocumentID, _) = (try request.id(), try request.requirePrincipal())
    let (filter, today) = (TaskList.Filter(request), request.today)
    let query = ListQuery(request, sorts: ["standing"], size: 200, filters: ["standing"])
    let subject = Subject.governmentDocument(id)
    return try await request.services.database.read { reader in
      BoardPage(
        it: try DocumentTable.one(id, for: principal, reader), files: try AttachmentTable.of([subject], reader),
        tasks: try TaskList.load(filter, query, of: id, on: today, for: principal, reader),
        counts: try TaskCounts.of(id, on: today, for: principal, reader),
        panels: try sources.filter { $0.on == subject.kind && principal.holds($0.permission) }.compactMap {
          try $0.load(reader, principal, subject)
        }, filter: filter, query: query)
    }
  }

  func listPage(_ request: WebRequest) -> ListPage {
    let language = request.language
    let table = TaskListPage.table(Self.title, tasks.all, ofOne: true, request)
    return ListPage(table) { frame in
      shell(frame, title: it.told.number) {
        pageHead(
          it.told.title, crumbs: Self.crumbs(it.told.number, it.id, language), lead: .text(standing[language]),
          actions: actions(request) + listActions(request))
        sheet(Text("文件", "Document"), in: language) { facts(told(language), in: language) }
        filterForm(DocumentPaths.board(it.id), in: language) { TaskListPage.standing(filter, language) }
        sheet(Self.title, in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: tasks.total), total: tasks.total, in: language) {
          query.link(page: $0)
        }
        for panel in panels { panelSheet(panel, in: language) }
      }
    }
  }

  static func crumbs(_ number: String, _ id: DocumentID, _ language: Language, here: [Crumb] = []) -> HTML {
    let list = Crumb(DocumentListPage.title[language], path: DocumentPaths.list)
    return breadcrumbs(
      [list, here.isEmpty ? Crumb(number) : Crumb(number, path: DocumentPaths.board(id))] + here, in: language)
  }

  private var standing: Text {
    let (tasks, done, late) = (counts?.tasks ?? 0, counts?.done ?? 0, counts?.overdue ?? 0)
    return Text("任务\(tasks)项，完成\(done)项，超期\(late)项", "Tasks: \(tasks), done: \(done), overdue: \(late)")
  }

  private func actions(_ request: WebRequest) -> [HTML] {
    guard request.principal?.holds(.manageDocuments) == true else { return [] }
    return [
      linkButton(TaskForm.newTitle, to: DocumentPaths.newTask(it.id), .main, in: request.language),
      linkButton(DocumentForm.editTitle, to: DocumentPaths.details(it.id), in: request.language),
    ]
  }

  private func told(_ language: Language) -> [Fact] {
    let told = it.told
    let lines: [(Text, String?)] = [
      (DocumentForm.number.label, told.number), (DocumentForm.issuer.label, told.issuer),
      (DocumentForm.issuedOn.label, Format.day(told.issuedOn, language)),
      (DocumentForm.receivedOn.label, Format.day(told.receivedOn, language)),
      (DocumentForm.inForceOn.label, told.inForceOn.map { Format.day($0, language) }),
      (DocumentForm.about.label, told.about), (Text("登记人", "Registered by"), it.recorder),
    ]
    return lines.compactMap { label, value in value.map { Fact(label, $0) } }
      + (files.isEmpty ? [] : [Fact(DocumentForm.file.label, fileLinks(files))])
  }
}

/// Files by their names, each a link.
func fileLinks(_ files: [AttachmentRecord]) -> HTML {
  .fragment(files.map { one in div { a(.href("/attachments/\(one.id)")) { one.name } } })
}
