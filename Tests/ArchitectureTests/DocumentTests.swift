import Foundation
import Testing

/// The documents stand alone: they say what the project is, not where somebody wrote it.
@Suite struct DocumentTests {
  static let documents =
    ["README.md", "README.zh-Hans.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"].filter(
      SourceTree.exists)
    + SourceTree.paths(under: "docs") { $0.hasSuffix(".md") }
    + SourceTree.paths(under: "Sources") { $0.hasSuffix(".md") }

  @Test(arguments: [
    "README.md", "LICENSE", "docs/architecture.md", "docs/contracts.md", "docs/adding-a-capability.md",
  ])
  func isThere(_ document: String) {
    #expect(SourceTree.exists(document))
  }

  @Test(arguments: documents)
  func namesNoMachine(_ document: String) throws {
    let text = try SourceTree.text(document)
    #expect(
      text.matches(of: /(?:^|[\s`"'(])\/(?:root|home|tmp|opt|Users)\/[\w.\/-]*/).map { String($0.0) }
        == [])
  }

  /// A link to a file of the project leads somewhere.
  @Test(arguments: documents)
  func linksHold(_ document: String) throws {
    let folder =
      document.contains("/") ? String(document[..<(document.lastIndex(of: "/") ?? document.endIndex)]) + "/" : ""
    let targets = try SourceTree.text(document).matches(of: /\]\(([^)#\s]+)[^)]*\)/).map { String($0.1) }
    let broken = targets.filter {
      !$0.contains("://") && !$0.hasPrefix("mailto:") && !SourceTree.exists(folder + $0)
    }
    #expect(broken == [])
  }

  /// The two READMEs name the same commands, accounts, pages and files.
  @Test func theReadmesSayTheSame() throws {
    let (english, chinese) = (
      try SourceTree.text("README.md"), try SourceTree.text("README.zh-Hans.md")
    )
    func codes(_ text: String) -> Set<String> {
      Set(text.replacing(/```[^`]*```/, with: "").matches(of: /`([^`\n]+)`/).map { String($0.1) })
    }
    func commands(_ text: String) -> [String] {
      text.matches(of: /```\n([^`]*)```/).flatMap { $0.1.split(separator: "\n") }
        .compactMap { $0.split(separator: "#").first?.trimmingCharacters(in: .whitespaces) }
    }
    #expect(codes(english).symmetricDifference(codes(chinese)) == [])
    #expect(commands(english) == commands(chinese))
  }

  /// Sources cite laws and articles, which anybody can look up, and not working papers, which nobody has.
  @Test func sourcesCiteWhatCanBeFound() throws {
    let paths = SourceTree.paths(under: "Sources") { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }
    #expect(try paths.filter { try SourceTree.text($0).contains(/\b[Hh]andbook\b/) } == [])
  }

  /// What the product promises is an example in bold: a test holds it, the function is there and names the example.
  @Test func everyPromisedExampleIsATest() throws {
    let rows = try SourceTree.text("docs/law/acceptance.md").split(separator: "\n").map(String.init)
    var promised = 0
    for row in rows {
      guard let key = row.firstMatch(of: /^\| \**(AT-[\w.]+?)\** \|/)?.1, let test = row.split(separator: "|").last
      else { continue }
      if row.hasPrefix("| **") { promised += 1 }
      var isNamed = test.contains("–")
      #expect(!isNamed || !row.hasPrefix("| **"), "\(key) is promised and nothing tests it")
      for place in test.matches(of: /\]\(..\/..\/([^)]+)\)(?:: ([^;]+))?/) {
        let text = try SourceTree.text(String(place.1))
        isNamed = isNamed || text.contains("\(key)") || text.contains(key.lowercased().replacing(/[-.]/, with: "_"))
        for name in (place.2 ?? "").split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) })
        where name != "the suite" { #expect(text.contains("func \(name)("), "\(key): \(place.1) \(name)") }
      }
      #expect(isNamed, "\(key) is named by none of its tests")
    }
    #expect(promised > 0)
  }
}
