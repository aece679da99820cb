import Kernel
import Localization
import Storage

/// 申请面板 · On a person's page: what the person applied for, newest first.
enum ApplicationPanel {
  static let source = PanelSource(key: "intake.person", on: "person", permission: .viewApplication) {
    reader, principal, subject in
    let found = try ApplicationTable.of(PersonID(subject.id), along: true, for: principal, reader)
    guard !found.isEmpty else { return nil }
    return Panel(
      Text("申请", "Applications"),
      found.map {
        let number = $0.number ?? $0.receiptNumber
        return Panel.Line(
          .same("\($0.receivedOn) \($0.cause)"),
          Text("\(number)，\($0.state.name.zh)", "\(number), \($0.state.name.en)"),
          path: ApplicationPaths.page($0.id))
      })
  }
}
