package import Localization

/// 沟通语言 · Recipient's language: in what an applicant speaks with those who help him: Chinese, or one of the languages
/// that a legal aid person may speak beside it.
package enum RecipientLanguage: RawRepresentable, Sendable, Hashable, CaseIterable {
  case chinese
  case other(SpokenLanguage)

  package static let label = Text("沟通语言", "Language spoken")
  package static let allCases = [Self.chinese] + SpokenLanguage.allCases.map(Self.other)

  package init?(rawValue: String) {
    if rawValue == Self.chinese.rawValue {
      self = .chinese
    } else {
      guard let spoken = SpokenLanguage(rawValue: rawValue) else { return nil }
      self = .other(spoken)
    }
  }

  package var rawValue: String {
    switch self {
    case .chinese: "chinese"
    case .other(let spoken): spoken.rawValue
    }
  }

  package var name: Text {
    switch self {
    case .chinese: Text("汉语", "Chinese")
    case .other(let spoken): spoken.name
    }
  }
}
