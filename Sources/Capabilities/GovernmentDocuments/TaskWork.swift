import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 任务待办 · What waits: tasks to do and report, reports to confirm.
enum TaskWork {
  static let sources = [
    WorkItemSource(key: "tasks.report", permission: .workOnTasks) { reader, principal, _ in
      try TaskTable.toReport(principal, reader).map { item(TaskStep.report.name, "report", $0) }
    },
    WorkItemSource(key: "tasks.confirm", permission: .manageDocuments) { reader, principal, _ in
      try TaskTable.toConfirm(principal, reader).map { item(TaskStep.confirm.name, "decision", $0) }
    },
  ]

  private static func item(_ title: Text, _ step: String, _ it: ImplementationTask) -> WorkItem {
    WorkItem(
      title: title, about: it.told.duty, detail: .same(it.documentTitle), number: it.documentNumber,
      dueOn: it.told.dueOn, path: DocumentPaths.step(step, it.id))
  }
}

/// 任务检索 · What a task is found by, and told of among the notices: its duty, its document, its unit.
enum TaskSearch {
  static let source = SearchSource(
    kind: "implementationTask", name: TaskListPage.title, permission: .workOnTasks,
    path: { DocumentPaths.task(TaskID($0)) },
    ids: { "SELECT id FROM implementation_task WHERE county = \($0)" },
    entries: { reader, _, county, ids in
      let found = try TaskTable.all(ids, reader)
      guard !found.isEmpty else { return [] }
      let centre = try AgencyTable.only(.centre, in: county, reader).id
      return found.map { entry($0, centre) }
    })

  /// The centre owns it, as it does all the county's work; the unit that answers for it sees it as its own.
  private static func entry(_ it: ImplementationTask, _ centre: AgencyID) -> SearchEntry {
    SearchEntry(
      id: it.id.uuid, number: it.documentNumber, name: "", about: it.told.duty, matter: nil,
      words: [it.told.duty, it.documentTitle, it.agencyName, it.told.outside].compactMap(\.self),
      state: it.state.name, isOpen: it.state == .open || it.state == .reported, recordedOn: it.told.dueOn,
      origin: it.told.agency ?? centre, owner: centre, unit: it.told.agency)
  }
}
