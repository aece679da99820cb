import App
import ArgumentParser
import Foundation

/// 文档 · docs: writes what the code says into `docs/`.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "文档 · Writes the generated pages into docs/")
  @Option(help: "The folder to write into.") var out: String = "docs"

  func run() throws {
    for page in try GeneratedDocs.pages() {
      let url = URL(filePath: out).appending(path: page.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page.text.utf8).write(to: url)
      print(url.relativePath)
    }
  }
}
