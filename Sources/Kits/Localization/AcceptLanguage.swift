/// 浏览器语言偏好 · Accept-Language: what a browser asks for, most wanted first (RFC 9110 12.5.4).
/// A part that cannot be read is passed over; at most sixteen parts are looked at.
package struct AcceptLanguage: Sendable, Hashable {
  /// Lower-case language ranges, most wanted first; `*` stands for any.
  package let ranges: [String]
  private let refused: [String]

  package init(_ header: String) {
    let weighted = header.split(separator: ",").prefix(16).compactMap(Self.weightedRange)
    refused = weighted.filter { $0.weight == 0 }.map(\.range)
    let wanted = weighted.enumerated().filter { $0.element.weight > 0 }
    ranges = wanted.sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.range)
  }

  /// The product's own language that is wanted most; nil when the header asks for neither.
  package var language: Language? {
    best(of: Language.allCases.map(\.tag)).flatMap { tag in Language.allCases.first { $0.tag == tag } }
  }

  /// The first of `tags` that the most wanted range allows: `zh-CN` finds `zh-Hans`, `ug-CN` finds `ug`.
  package func best(of tags: [String]) -> String? {
    let allowed = tags.filter { !refused.contains(Self.primary($0)) && !refused.contains($0.lowercased()) }
    for range in ranges {
      if range == "*" { return allowed.first }
      let exact = allowed.first { $0.lowercased() == range }
      if let tag = exact ?? allowed.first(where: { Self.primary($0) == Self.primary(range) }) { return tag }
    }
    return nil
  }

  private static func weightedRange(_ part: Substring) -> (range: String, weight: Int)? {
    let fields = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard let range = fields.first, !range.isEmpty, range.allSatisfy(isRangeCharacter) else { return nil }
    guard fields.count > 1 else { return (range, 1000) }
    guard fields[1].hasPrefix("q="), let weight = Double(fields[1].dropFirst(2)), (0...1).contains(weight) else {
      return nil
    }
    return (range, Int((weight * 1000).rounded()))
  }

  private static func isRangeCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "*")
  }

  private static func primary(_ tag: String) -> String {
    tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }
}
