/// 语言 · Language: the two languages in which every text of the product exists.
/// Further languages are an `Overlay` over the Chinese.
package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  case zh, en

  /// The BCP 47 tag for `<html lang>`.
  package var tag: String {
    switch self {
    case .zh: "zh-Hans"
    case .en: "en"
    }
  }

  /// What the language calls itself, for the language menu.
  package var ownName: String {
    switch self {
    case .zh: "中文"
    case .en: "English"
    }
  }
}
