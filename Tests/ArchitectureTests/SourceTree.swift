import Foundation

/// The checkout as the architecture tests read it.
enum SourceTree {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized

  static let sources: [SourceFile] = swiftFiles(under: "Sources")
  static let tests: [SourceFile] = swiftFiles(under: "Tests")

  static func paths(under folder: String, where isWanted: (String) -> Bool) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? []).filter(isWanted).map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  private static func swiftFiles(under folder: String) -> [SourceFile] {
    paths(under: folder) { $0.hasSuffix(".swift") }.compactMap { path in
      (try? text(path)).map { SourceFile(path: path, text: $0) }
    }
  }
}

struct SourceFile: Sendable {
  let path: String
  let lineCount: Int
  /// The text without comments and without what stands in string literals, line by line as in the file.
  let code: String
  let literals: [StringLiteral]

  init(path: String, text: String) {
    self.path = path
    lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
    (code, literals) = SwiftScanner.scan(text)
  }

  /// `Storage` for `Sources/Kits/Storage/Row.swift`, `App` for `Sources/App/Settings.swift`.
  var target: String {
    let parts = path.split(separator: "/").map(String.init)
    return ["Kits", "Capabilities"].contains(parts[1]) ? parts[2] : parts[1]
  }

  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at < 3, let module = words.dropFirst(at + 1).last else {
        return nil
      }
      return String(module.prefix { $0 != "." })
    }
  }

  /// `path:line` of each line of code that the pattern finds.
  func lines(with pattern: some RegexComponent) -> [String] {
    guard code.contains(pattern) else { return [] }
    return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains(pattern) }.map { "\(path):\($0.offset + 1)" }
  }

  /// `path:line` of each string literal that the pattern finds.
  func literals(with pattern: some RegexComponent) -> [String] {
    literals.filter { $0.content.contains(pattern) }.map { "\(path):\($0.line)" }
  }
}
