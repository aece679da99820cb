import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 任务页 · One task: what is to be done by whom until when, what may be done now, and all that was said and handed in.
struct TaskPage: Sendable {
  static let name = Text("任务", "Task")

  let it: ImplementationTask
  let entries: [TaskEntry]
  let files: [AttachmentRecord]
  let steps: [TaskStep]

  static func load(_ request: WebRequest) async throws -> TaskPage {
    let (id, principal): (TaskID, _) = (try request.id(), try request.requirePrincipal())
    return try await request.services.database.read { reader in
      let it = try TaskTable.one(id, for: principal, reader)
      return TaskPage(
        it: it, entries: try TaskTable.entries(of: id, reader),
        files: try AttachmentTable.of([.implementationTask(id)], reader), steps: it.steps(for: principal))
    }
  }

  func html(_ request: WebRequest, _ frame: Frame) -> HTML {
    let language = request.language
    return shell(frame, title: it.told.duty) {
      pageHead(
        it.told.duty, crumbs: crumbs(language),
        lead: .fragment([.text(it.documentTitle), .text(" "), TaskListPage.state(it, language)]),
        actions: actions(language))
      columns {
        sheet(Self.name, in: language) { facts(told(request.today, language), in: language) }
        if !report.isEmpty { sheet(TaskStepPage.what.label, in: language) { facts(report, in: language) } }
      } beside: {
        sheet(Text("流程记录", "Timeline"), in: language) {
          timeline(
            entries.map { entry in
              TimelineEntry(
                (GovernmentDocuments.events[entry.kind] ?? .same(entry.kind))[language],
                byline: "\(entry.by) · \(Format.instant(entry.at, language))", details: details(entry))
            })
        }
      }
    }
  }

  func crumbs(_ language: Language, here: Text? = nil) -> HTML {
    let own = Crumb(Self.name[language], path: here == nil ? nil : DocumentPaths.task(it.id))
    return BoardPage.crumbs(
      it.documentNumber, it.document, language, here: [own] + (here.map { [Crumb($0[language])] } ?? []))
  }

  /// Says that a step cannot be taken as things stand.
  static func cannot(_ step: TaskStep, _ it: ImplementationTask, _ language: Language) -> HTML {
    notice(
      Text(
        "任务现在的状态是“\(it.state.name.zh)”，不能办理“\(step.name.zh)”。",
        "The task is now “\(it.state.name.en)”; “\(step.name.en)” is not possible."), .soon, in: language)
  }

  private func actions(_ language: Language) -> [HTML] {
    TaskStepPage.all.filter { $0.steps.contains(where: steps.contains) }.map {
      linkButton(
        $0.title, to: DocumentPaths.step($0.name, it.id), $0.isMain ? .main : .plain, in: language)
    }
      + (steps.contains(.change)
        ? [linkButton(TaskStep.change.name, to: DocumentPaths.step("change", it.id), in: language)] : [])
  }

  func told(_ today: Day, _ language: Language) -> [Fact] {
    let lines: [(Text, String?)] = [
      (TaskFields.agency.label, it.agencyName), (Text("责任人", "Person"), it.personName),
      (TaskFields.outside.label, it.told.outside),
    ]
    return [
      Fact(
        Text("政府文件", "Government document"), a(.href(DocumentPaths.board(it.document))) { it.documentNumber })
    ]
      + lines.compactMap { label, value in value.map { Fact(label, $0) } }
      + [Fact(TaskListPage.due, TaskListPage.day(it, today, language))]
  }

  /// The last report, where there is one.
  var report: [Fact] {
    guard let last = entries.first(where: { $0.kind == TaskStep.report.event }) else { return [] }
    let handed = handedIn(at: last)
    return [Fact(TaskStepPage.what.label, last.words ?? "")]
      + (handed.isEmpty ? [] : [Fact(TaskStepPage.evidence.label, fileLinks(handed))])
  }

  private func handedIn(at entry: TaskEntry) -> [AttachmentRecord] { files.filter { $0.uploadedAt == entry.at } }

  private func details(_ entry: TaskEntry) -> HTML {
    let handed = handedIn(at: entry)
    return .fragment([
      entry.words.map { words in p { words } } ?? .empty, handed.isEmpty ? .empty : fileLinks(handed),
    ])
  }
}
