import Kernel
import Localization
import Registry

/// 封存面板 · On the page of an application or a case: the way to conceal it; where it was opened, that it is concealed.
enum ConcealmentPanel {
  static let sources = ["application", "case"].map { kind in
    PanelSource(key: "privacy.concealment", on: kind, permission: .concealRecords) { reader, principal, subject in
      guard let matter = try MatterScope.matter(of: subject, reader) else { return nil }
      let known = try ConcealmentTable.of(matter, in: principal.county, reader)
      let path = ConcealmentPaths.conceal.path(matter)
      return Panel(
        Text("封存与限制", "Concealment"),
        known.map { Panel.Line($0.ground.name, Text("今天已查阅", "Opened today")) }
          + [Panel.Line(Text("办理", "Action"), ConcealPage.title, path: path)])
    }
  }
}
