import Cases
import Intake
import Kernel
import Localization
import Storage
import WorkCalendar

/// 异议面板 · On the page of an application or a case: its objections, and the way to register one.
enum ObjectionPanel {
  static let all = [
    PanelSource(key: "objections.application", on: "application", permission: .viewApplication) {
      try panel(.application(ApplicationID($2.id)), $1, $0)
    },
    PanelSource(key: "objections.case", on: "case", permission: .viewCases) {
      try panel(.aidCase(CaseID($2.id)), $1, $0)
    },
  ]

  private static func panel(
    _ about: ObjectionSubject, _ principal: Principal, _ reader: any Reader
  ) throws -> Panel? {
    let known = try ObjectionTable.of(about, reader)
    var lines = known.map { it in
      Panel.Line(
        Text("\(Format.day(it.receivedOn, .zh))收到", "Received \(Format.day(it.receivedOn, .en))"), it.state.name,
        path: principal.holds(.viewObjections) ? ObjectionPaths.page(it.id) : nil)
    }
    if principal.holds(.registerObjections), !known.contains(where: { $0.state == .received }),
      try DecisionObjectedTo.load(about, for: principal, reader) != nil
    {
      lines.append(
        Panel.Line(
          Text("当事人有异议的", "If the person objects"), ObjectionPages.newTitle, path: ObjectionPaths.new(about)))
    }
    return lines.isEmpty ? nil : Panel(ObjectionListPage.title, lines)
  }
}

/// 异议待办 · The objections that wait for the bureau.
enum ObjectionWork {
  static let source = WorkItemSource(key: "objections.open", permission: .decideObjections) {
    reader, principal, _ in
    try ObjectionList.open(for: principal, reader).map { line in
      WorkItem(
        title: ObjectionPages.decisionTitle, about: "\(Format.mask(name: line.name)) · \(line.cause)",
        detail: line.objection.about.decision, number: line.objection.decisionNumber, dueOn: line.dueOn,
        limitKey: IntakeLimits.objection.key, path: ObjectionPaths.decision(line.objection.id))
    }
  }
}
