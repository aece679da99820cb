/// 术语 · Glossary: the one English word of every Chinese term, and a check that texts keep to it.
package enum Glossary {
  package struct Term: Sendable, Hashable {
    package let zh: String
    /// The fixed English, as printed in the documentation.
    package let en: String
    /// What a text may say instead: short forms, verbs. A trailing `*` stands for any ending.
    package let also: [String]
    /// Words too general to be checked only keep shorter terms inside them from being found.
    package let isChecked: Bool

    init(_ zh: String, _ en: String, or also: String..., isChecked: Bool = true) {
      self.zh = zh
      self.en = en
      self.also = also
      self.isChecked = isChecked
    }
  }

  package struct Fault: Sendable, Hashable, CustomStringConvertible {
    package let term: Term
    package let text: Text

    package var description: String { "\(term.zh) is “\(term.en)”: \(text.zh) = \(text.en)" }
  }

  package static let terms: [Term] = organisations + people + groups + process + decisions + quality

  /// The terms whose fixed English is missing. The longest term at a place counts, so that 不予受理 is not
  /// also 受理; titles in 《》 have translations of their own and are passed over.
  package static func faults(in text: Text) -> [Fault] {
    let words = EnglishWords(text.en)
    return terms(in: text.zh).filter { term in
      term.isChecked && !([term.en] + term.also).contains(where: words.contain)
    }.map { Fault(term: $0, text: text) }
  }

  static func terms(in chinese: String) -> [Term] {
    var rest = chinese[...]
    var found: [Term] = []
    while let first = rest.first {
      if first == "《", let close = rest.firstIndex(of: "》") {
        rest = rest[close...].dropFirst()
      } else if let term = byFirst[first]?.first(where: { rest.hasPrefix($0.zh) }) {
        if !found.contains(term) { found.append(term) }
        rest = rest.dropFirst(term.zh.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return found
  }

  /// Longest first, by first character.
  private static let byFirst: [Character?: [Term]] =
    Dictionary(grouping: terms, by: \.zh.first).mapValues { $0.sorted { $0.zh.count > $1.zh.count } }
}
