import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 催办面板 · On the page of an application or a case: its urges with their answers, and the way to write one.
enum UrgePanel {
  static let sources = ["application", "case"].map { kind in
    PanelSource(key: "messages.urges", on: kind, permission: .signedIn) { reader, principal, subject in
      let urges = try UrgeTable.of(subject, for: principal, reader)
      let way =
        principal.holds(.urge) ? [Panel.Line(Text("办理", "Action"), UrgePages.title, path: path(subject))] : []
      guard !(urges.isEmpty && way.isEmpty) else { return nil }
      return Panel(Text("催办", "Urges"), urges.map(line) + way)
    }
  }

  static func path(_ subject: Subject) -> String {
    "/\(subject.kind == "case" ? "cases" : "applications")/\(subject.id)/urging"
  }

  private static func line(_ urge: Urge) -> Panel.Line {
    let (asked, day) = (
      Text("\(urge.senderName)催\(urge.recipientName)", "\(urge.senderName) to \(urge.recipientName)"),
      urge.sentAt.day
    )
    let answer = urge.answer.map { Text("答复：\($0)", "Answer: \($0)") } ?? Text("未答复", "No answer yet")
    return Panel.Line(
      Text("\(Format.day(day, .zh)) \(asked.zh)", "\(Format.day(day, .en)), \(asked.en)"),
      Text("\(urge.words) \(answer.zh)", "\(urge.words) \(answer.en)"), path: "/urges/\(urge.id)")
  }
}

/// 催办待办 · What somebody is urged to do, first on the work list.
enum UrgeWork {
  static let source = WorkItemSource(key: "messages.urge", permission: .signedIn) { reader, principal, _ in
    try UrgeTable.waiting(for: principal, reader).map { urge in
      WorkItem(
        title: Text("答复催办", "Answer an urge"), about: "\(urge.hit.maskedName) \(urge.hit.about)",
        detail: Text("\(urge.senderName)：\(urge.words)", "\(urge.senderName): \(urge.words)"),
        number: urge.hit.number, isUrged: true, path: "/urges/\(urge.id)")
    }
  }
}
