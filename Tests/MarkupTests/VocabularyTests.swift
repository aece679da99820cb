import Foundation
import Testing

/// The kit's own source is read: what it cannot say, no page can.
@Suite("词汇 · Vocabulary")
struct VocabularyTests {
  private static let source: String = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Kits/Markup")
      .standardized
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined()
  }()

  private static func names(_ pattern: String) throws -> [String] {
    source.matches(of: try Regex(pattern, as: (Substring, Substring).self)).map { String($0.output.1) }
  }

  @Test("No element runs code of its own or carries a style sheet")
  func elements() throws {
    let names = try Self.names(#"Element\("([^"]+)"\)"#)
    #expect(names.count > 60)
    #expect(
      Set(names).isDisjoint(with: [
        "style", "iframe", "object", "embed", "base", "template", "math", "foreignObject",
      ]))
  }

  @Test("No attribute is a style or a handler")
  func attributes() throws {
    let names = try Self.names(#"Attribute\(\s*"([^"]+)""#)
    #expect(names.count > 60)
    #expect(names.filter { $0 == "style" || $0 == "srcdoc" || $0.hasPrefix("on") }.isEmpty)
  }
}
