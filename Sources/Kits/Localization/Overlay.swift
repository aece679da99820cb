package import Foundation

/// 语言包 · Overlay: a further language (Uyghur, Tibetan, Mongolian …) laid over the Chinese of public pages.
/// What it does not translate is shown in Chinese. It refuses a tag that is not a language tag, and the
/// product's own two languages.
package struct Overlay: Sendable, Hashable, Decodable {
  /// BCP 47, `ug` or `mn-Mong`.
  package let tag: String
  /// What the language calls itself.
  package let name: String
  package let isRightToLeft: Bool
  private let texts: [String: String]

  /// From a file `{"tag": "ug", "name": "…", "rightToLeft": true, "texts": {"申请法律援助": "…"}}`.
  package init(json: Data) throws {
    self = try JSONDecoder().decode(Overlay.self, from: json)
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    tag = try fields.decode(String.self, forKey: .tag)
    name = try fields.decode(String.self, forKey: .name)
    isRightToLeft = try fields.decodeIfPresent(Bool.self, forKey: .rightToLeft) ?? false
    texts = try fields.decode([String: String].self, forKey: .texts).filter { !$0.value.isEmpty }
    guard Self.isFurtherLanguage(tag) else {
      throw DecodingError.dataCorruptedError(
        forKey: .tag, in: fields, debugDescription: "\(tag) cannot be overlaid")
    }
  }

  package subscript(_ text: Text) -> String {
    texts[text.zh] ?? text.zh
  }

  /// The direction for `<html dir>`.
  package var direction: String {
    isRightToLeft ? "rtl" : "ltr"
  }

  private static func isFurtherLanguage(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter } }
    return isTag && Language.allCases.allSatisfy { $0.rawValue != parts[0].lowercased() }
  }

  private enum Field: String, CodingKey {
    case tag, name, rightToLeft, texts
  }
}
