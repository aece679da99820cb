import Testing

/// The pages on security say what is so: every requirement stands in its row, and whatever is named exists.
@Suite struct SecurityPageTests {
  static let pages = [
    "SECURITY.md", "docs/security.md", "docs/security/asvs.md", "docs/security/graded-protection.md",
  ]

  /// OWASP ASVS 5.0.0: how many requirements of levels 1 and 2 each section has; their numbers run from 1.
  static let requirements: [(section: String, count: Int)] = [
    ("1.1", 2), ("1.2", 9), ("1.3", 11), ("1.4", 3), ("1.5", 2), ("2.1", 3), ("2.2", 3), ("2.3", 4), ("2.4", 1),
    ("3.2", 2), ("3.3", 4), ("3.4", 6), ("3.5", 5), ("3.7", 2), ("4.1", 3), ("4.2", 1), ("4.3", 2), ("4.4", 4),
    ("5.1", 1), ("5.2", 3), ("5.3", 2), ("5.4", 3), ("6.1", 3), ("6.2", 12), ("6.3", 4), ("6.4", 4), ("6.5", 5),
    ("6.6", 3), ("6.8", 4), ("7.1", 3), ("7.2", 4), ("7.3", 2), ("7.4", 5), ("7.5", 2), ("7.6", 2), ("8.1", 2),
    ("8.2", 3), ("8.3", 1), ("8.4", 1), ("9.1", 3), ("9.2", 4), ("10.1", 2), ("10.2", 2), ("10.3", 4), ("10.4", 11),
    ("10.5", 5), ("10.6", 2), ("10.7", 3), ("11.1", 2), ("11.2", 3), ("11.3", 3), ("11.4", 4), ("11.5", 1),
    ("11.6", 1), ("12.1", 3), ("12.2", 2), ("12.3", 4), ("13.1", 1), ("13.2", 5), ("13.3", 2), ("13.4", 5),
    ("14.1", 2), ("14.2", 4), ("14.3", 3), ("15.1", 3), ("15.2", 3), ("15.3", 7), ("16.1", 1), ("16.2", 5),
    ("16.3", 4), ("16.4", 3), ("16.5", 3), ("17.1", 1), ("17.2", 4), ("17.3", 2),
  ]

  @Test func everyRequirementStandsInItsRowOnce() throws {
    let wanted = Self.requirements.flatMap { section, count in (1...count).map { "\(section).\($0)" } }
    #expect(wanted.count == 253)
    #expect(try Self.rows().flatMap(\.ids).sorted() == wanted.sorted())
  }

  @Test func theCountsAreThoseOfTheRows() throws {
    let rows = try Self.rows()
    let answers = ["met", "partly", "not met", "n/a"]
    #expect(Set(rows.map(\.answer)).isSubset(of: answers))
    let told = try Self.cells("docs/security/asvs.md").filter { $0.count == 6 && Int($0[1]) != nil }
    #expect(told.count == 18)
    for line in told {
      let chapter = line[0].prefix { $0.isNumber }
      let counted = answers.map { answer in
        rows.filter { $0.answer == answer }.flatMap(\.ids)
          .filter { chapter.isEmpty || $0.hasPrefix("\(chapter).") }.count
      }
      #expect(line.dropFirst(2).compactMap { Int($0) } == counted, "\(line[0])")
      #expect(Int(line[1]) == counted.reduce(0, +), "\(line[0])")
    }
  }

  /// `Type`, `Type.member`, `Suite.test` and paths in backticks.
  @Test(arguments: pages)
  func whatIsNamedExists(_ page: String) throws {
    let named = try SourceTree.text(page).matches(of: /`([^`\n]+)`/).map { String($0.1) }
    for name in named where !Self.otherWords.contains(name) {
      if name.wholeMatch(of: /[\w+]+\.swift/) != nil {
        #expect(Self.files.contains { $0.hasSuffix("/" + name) }, "\(page): no file \(name)")
      } else if let match = name.wholeMatch(of: /([A-Z]\w+[a-z]\w*)(?:\.(\w+))?/) {
        let homes = Self.declared[String(match.1)] ?? []
        #expect(!homes.isEmpty, "\(page): no type \(name)")
        guard let member = match.2 else { continue }
        #expect(!homes.isDisjoint(with: Self.declared[String(member)] ?? []), "\(page): no \(name)")
      } else if name.wholeMatch(of: /\w[\w\/.\-+]*\/[\w\/.\-+]+\.\w+/) != nil, !name.hasPrefix("keys/") {
        #expect(SourceTree.exists(name), "\(page): no file \(name)")
      }
    }
  }

  /// What is written as code and is no name of ours.
  private static let otherWords: Set<String> = ["Secure", "Lax", "SameSite", "Package.resolved"]

  private static let files = (SourceTree.sources + SourceTree.tests).map(\.path)

  /// By name, the files in which something of that name is declared or extended.
  private static let declared: [String: Set<String>] = {
    let words = ["struct", "enum", "class", "actor", "protocol", "extension", "func", "let", "var", "case"]
    let keywords = Set(words.map { Array($0.utf8) })
    var found: [String: Set<String>] = [:]
    for file in SourceTree.sources + SourceTree.tests {
      var isNext = false
      let tokens = Array(file.code.utf8).split { byte in
        !(byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte))
      }
      for token in tokens {
        if isNext { found[String(decoding: token, as: UTF8.self), default: []].insert(file.path) }
        isNext = keywords.contains(Array(token))
      }
    }
    return found
  }()

  private struct Requirement {
    let ids: [String]
    let answer: String
  }

  private static func rows() throws -> [Requirement] {
    try cells("docs/security/asvs.md").filter { $0.count == 4 }.compactMap { cells in
      let ids = cells[0].split(separator: " ").map(String.init)
      guard ids.allSatisfy({ $0.wholeMatch(of: /\d+\.\d+\.\d+/) != nil }) else { return nil }
      return Requirement(ids: ids, answer: cells[2])
    }
  }

  /// The lines of a page's tables, cell by cell.
  private static func cells(_ page: String) throws -> [[String]] {
    try SourceTree.text(page).split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
