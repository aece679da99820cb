/// 解析器 · One parser of what strangers send: real inputs, words of its language, and what must hold of every input: it
/// is read or refused, and nothing is thrown but its own refusals.
struct Parser: Sendable, CustomStringConvertible {
  let description: String
  let seeds: [[UInt8]]
  let words: [String]
  /// Inputs for each of the others; one for a parser that takes a hundred times as long.
  let weight: Int
  /// Answers what did not hold.
  let check: @Sendable ([UInt8]) throws -> String?

  init(
    _ name: String, _ seeds: [[UInt8]], words: [String] = [], weight: Int = 100,
    check: @escaping @Sendable ([UInt8]) throws -> String?
  ) {
    description = name
    self.seeds = seeds
    self.words = words
    self.weight = weight
    self.check = check
  }

  init(
    _ name: String, texts: [String], words: [String] = [], weight: Int = 100,
    check: @escaping @Sendable (String) throws -> String?
  ) {
    self.init(name, texts.map { Array($0.utf8) }, words: words, weight: weight) {
      try check(String(decoding: $0, as: UTF8.self))
    }
  }

  static let all = web + fields + sheets + papers
}
