/// 文本 · Text: one thing said to people, in Chinese and in English.
/// Without its English it does not compile; Chinese punctuation is full-width (see `Typography`).
package struct Text: Sendable, Hashable, Codable {
  package let zh: String
  package let en: String

  package init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// What reads the same in both languages: a name, a number, a code.
  package static func same(_ value: String) -> Text {
    Text(value, value)
  }

  /// A text made by asking for each language in turn.
  package static func each(_ make: (Language) -> String) -> Text {
    Text(make(.zh), make(.en))
  }

  /// `Text.count(3, "件", "case", "cases")` is 3件 and 3 cases.
  package static func count(_ number: Int, _ measureWord: String, _ one: String, _ many: String) -> Text {
    let digits = Format.count(number)
    return Text("\(digits)\(measureWord)", "\(digits) \(number == 1 ? one : many)")
  }

  /// 甲、乙、丙 and A, B, C.
  package static func list(_ items: [Text]) -> Text {
    .each { language in Format.list(items.map { $0[language] }, language) }
  }

  package static func + (left: Text, right: Text) -> Text {
    Text(left.zh + right.zh, left.en + right.en)
  }
}
