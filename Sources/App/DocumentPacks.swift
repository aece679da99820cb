import GovernmentDocuments
import Intake
import Kernel
import Localization
import Storage
import WorkCalendar

/// 文件与规则包 · On the board of a government document: the local rule packs whose document it is, and what each changes. Here
/// because neither the documents nor the packs know each other.
enum DocumentPacks {
  static let panel = PanelSource(key: "packs.document", on: "governmentDocument", permission: .viewApplication) {
    reader, principal, subject in
    let document = try DocumentTable.one(DocumentID(subject.id), for: principal, reader)
    let lines = try AdoptedPackTable.all(principal.county, reader).filter { document.isNamed(in: $0.document) }
      .flatMap { adopted in
        let days = Text(
          Format.day(adopted.from, .zh) + (adopted.to.map { "至\(Format.day($0, .zh))" } ?? "起"),
          Format.day(adopted.from, .en) + (adopted.to.map { " to \(Format.day($0, .en))" } ?? " on"))
        return try [Panel.Line(.same(adopted.name), days, path: PackRoutes.path)]
          + adopted.pack().changes.map { Panel.Line(PacksPage.label($0.key), $0.what) }
      }
    return lines.isEmpty ? nil : Panel(PacksPage.title, lines)
  }
}
