import Kernel
import Localization
import Storage

/// 案件面板 · On an application's page: the case that came of it.
enum CasePanel {
  /// On a person's page: the person's cases, newest first.
  static let ofPerson = PanelSource(key: "cases.person", on: "person", permission: .viewCases) {
    reader, principal, subject in
    let cases = try CaseTable.of(PersonID(subject.id), for: principal, reader)
    guard !cases.isEmpty else { return nil }
    return Panel(
      Text("案件", "Cases"),
      cases.map {
        Panel.Line(
          .same("\($0.acceptedOn) \($0.cause)"),
          Text("\($0.number)，\($0.state.name.zh)", "\($0.number), \($0.state.name.en)"),
          path: CasePaths.page.path($0.id))
      })
  }

  static let source = PanelSource(key: "cases", on: "application", permission: .viewCases) {
    reader, principal, subject in
    let cases = try CaseTable.of(ApplicationID(subject.id), for: principal, reader)
    guard !cases.isEmpty else { return nil }
    return Panel(
      Text("案件", "Case"),
      cases.flatMap { found in
        [
          Panel.Line(Text("案件编号", "Case number"), .same(found.number), path: CasePaths.page.path(found.id)),
          Panel.Line(Text("状态", "State"), found.state.name),
        ]
      })
  }
}
