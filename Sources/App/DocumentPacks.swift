import GovernmentDocuments
import Intake
import Kernel
import Localization
import Storage
import WorkCalendar

/// 文件与规则包 · On the board of a government document: the entries of local rule packs that rest on it. Here because
/// neither the documents nor the packs know each other.
enum DocumentPacks {
  static let panel = PanelSource(key: "packs.document", on: "governmentDocument", permission: .viewApplication) {
    reader, principal, subject in
    let document = try DocumentTable.one(DocumentID(subject.id), for: principal, reader)
    let lines = try AdoptedPackTable.all(principal.county, reader).flatMap { adopted -> [Panel.Line] in
      let pack = try adopted.pack()
      let entries = pack.entries.filter { document.isNamed(in: $0.terms?.document ?? pack.document) }
      guard !entries.isEmpty || document.isNamed(in: pack.document) else { return [] }
      let days = Text(
        Format.day(adopted.from, .zh) + (adopted.to.map { "至\(Format.day($0, .zh))" } ?? "起"),
        Format.day(adopted.from, .en) + (adopted.to.map { " to \(Format.day($0, .en))" } ?? " on"))
      return [Panel.Line(.same(adopted.name), days, path: PackRoutes.path)]
        + entries.map { Panel.Line(PacksPage.label($0), $0.words(on: adopted.from)) }
    }
    return lines.isEmpty ? nil : Panel(PacksPage.title, lines)
  }
}
