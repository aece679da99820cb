import Foundation
import TestSupport
import Testing

/// 卷宗导出包 · The exported dossier as an office hands it on: unpacked and compared with its own index by others' tools.
enum DossierExport {
  private struct Entry: Decodable {
    let file: String
    let form: String
    let sha256: String
  }

  static func check(_ walk: Walk) async throws {
    let folder = try Scratch()
    let zip = try await walk.desks.page("\(walk.aidCase)/dossier.zip", for: "archivist", isFile: true)
    #expect(zip.header("Content-Type") == "application/zip")
    let path = try folder.write(zip.bytes, "dossier.zip")
    #expect(try Tool.run("python3", "-m", "zipfile", "-e", path, folder.url.path).status == 0)
    let index = try JSONDecoder().decode(
      [Entry].self, from: Data(contentsOf: folder.url.appending(path: "index.json")))
    let forms = Set(index.map(\.form))
    for form in ["F02", "F05", "F08", "F09", "F11", "F13", "F21", "identity", "agreement", "meeting", "instrument"]
    {
      #expect(forms.contains(form), "\(form)")
    }
    for entry in index {
      let hash = try Tool.run("sha256sum", folder.path(entry.file)).text
      #expect(hash.hasPrefix(entry.sha256), "\(entry.file)")
    }
    #expect(try Tool.run("qpdf", "--check", folder.path("dossier.pdf")).status == 0)
    let words = try Tool.run("pdftotext", "-layout", folder.path("dossier.pdf"), "-").text
    for text in ["指派文号", "立卷人", "【审批卷】", "【承办卷】", "备考表", "二卷合一", "检查人"] {
      #expect(words.contains(text), "\(text)")
    }
    let pages = try Tool.run("pdfinfo", folder.path("dossier.pdf")).text.firstMatch(of: /Pages: +(\d+)/)
    #expect(try #require(pages.flatMap { Int($0.1) }) > index.count)
  }
}
