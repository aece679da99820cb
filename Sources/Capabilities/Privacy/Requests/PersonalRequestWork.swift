import Kernel
import Localization
import Registry
import Storage
import Web

/// 个人信息请求待办 · What waits: requests to answer in time, granted copies to hand over; and the way to ask, on a person's
/// page.
enum PersonalRequestWork {
  static let sources = [
    WorkItemSource(key: "privacy.answer", permission: .answerPersonalRequests) { reader, principal, _ in
      try PersonalRequestTable.lines([.received], limit: WorkItemSource.most, for: principal, reader).map {
        item(Text("答复个人信息请求", "Answer a personal-information request"), $0, PersonalRequestPaths.answer)
      }
    },
    WorkItemSource(key: "privacy.copy", permission: .recordPersonalRequests) { reader, principal, _ in
      try PersonalRequestTable.lines([.granted], limit: WorkItemSource.most, for: principal, reader).filter {
        $0.kind == .copy
      }.map {
        item(Text("交付个人信息副本", "Hand over a copy of personal data"), $0, PersonalRequestPaths.copy)
      }
    },
  ]

  private static func item(_ title: Text, _ line: PersonalRequestTable.Line, _ path: PersonalRequestPaths)
    -> WorkItem
  {
    WorkItem(
      title: title, about: Format.mask(name: line.name), detail: line.kind.name, number: line.number,
      dueOn: line.dueOn, limitKey: line.dueOn == nil ? nil : PersonalRequestLimit.answer.key,
      path: path.path(line.id))
  }

  static let panel = PanelSource(key: "privacy.requests", on: "person", permission: .recordPersonalRequests) {
    reader, principal, subject in
    let person = PersonID(subject.id)
    let known = try PersonalRequestTable.lines(
      PersonalRequestState.allCases, of: person, limit: 20, for: principal, reader
    ).map {
      Panel.Line(
        $0.kind.name, .same($0.number) + Text("，", ", ") + $0.state.name,
        path: PersonalRequestPaths.page.path($0.id))
    }
    return Panel(
      Text("个人信息请求", "Personal-information requests"),
      known + [
        Panel.Line(Text("办理", "Action"), NewPersonalRequestPage.title, path: PersonRequestPath.pattern.path(person))
      ])
  }
}
