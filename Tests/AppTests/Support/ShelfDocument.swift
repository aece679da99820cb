import GovernmentDocuments
import Kernel
import TestSupport
import WorkCalendar

/// 政府文件 · A document whose tasks stand before each step. They are the director's for bodies outside, so that no station and
/// no firm knows of them.
struct ShelfDocument: Sendable {
  let id: String
  private let tasks: [String: String]

  init(_ office: TestOffice, _ words: Words) async throws {
    let today = office.clock.now.day
    let document = try await office.run(
      "director",
      RegisterDocument(
        DocumentTold(
          number: words.cause, title: words.reason, issuer: words.court, issuedOn: today, receivedOn: today,
          inForceOn: today, about: words.facts)))
    var tasks: [String: String] = [:]
    for path in ["report", "decision", "reopening"] {
      let task = try await office.run(
        "director", SetTask(document, TaskTold(duty: words.facts, outside: words.court, dueOn: today)))
      if path != "report" { try await office.run("director", ReportTask(task, what: words.reason)) }
      if path == "reopening" { try await office.run("leader", DecideTask(task, .confirm)) }
      tasks[path] = task.description
    }
    id = document.description
    self.tasks = tasks
  }

  /// Where the page of a step has something to show; else one that is being done.
  func task(for path: String) -> String {
    path.split(separator: "/").last.flatMap { tasks[String($0)] } ?? tasks["report"] ?? ""
  }
}
