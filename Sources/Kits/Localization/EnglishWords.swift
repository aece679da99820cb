/// An English text as words in their singular, so that "law firms", "law-firm" and "Law firm's" are one.
struct EnglishWords {
  private let words: [String]

  init(_ text: String) {
    words = Self.split(text).map(Self.singular)
  }

  /// Whether the phrase stands somewhere in the text; a word ending in `*` matches any ending.
  func contain(_ phrase: String) -> Bool {
    let wanted = Self.split(phrase, keeping: "*").map { $0.hasSuffix("*") ? $0 : Self.singular($0) }
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      zip(words[start...], wanted).allSatisfy { word, pattern in
        pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
      }
    }
  }

  private static func split(_ text: String, keeping extra: Character? = nil) -> [String] {
    let plain = text.lowercased().filter { $0 != "'" && $0 != "’" }
    return plain.split { !($0.isLetter || $0.isNumber || $0 == extra) }.map(String.init)
  }

  private static func singular(_ word: String) -> String {
    if let irregular = irregulars[word] { return irregular }
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    guard word.count > 3, word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) else {
      return word
    }
    return String(word.dropLast())
  }

  private static let irregulars = [
    "women": "woman", "womens": "woman", "people": "person", "peoples": "person", "men": "man", "children": "child",
  ]
}
