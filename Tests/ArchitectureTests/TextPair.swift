import Foundation

/// A `Text("中文", "English")` as it stands in a source.
struct TextPair: Sendable {
  let place: String
  let zh: String
  let en: String
  let isInterpolated: Bool

  static let all: [TextPair] = SourceTree.sources.flatMap(pairs)

  /// Both halves literals, each possibly joined from several with `+`. Other calls are made of these or of values.
  static func pairs(in file: SourceFile) -> [TextPair] {
    let code = Array(file.code.utf8)
    let begins = Dictionary(uniqueKeysWithValues: file.literals.map { ($0.range.lowerBound, $0) })

    func skip(_ offset: Int, _ mark: Character? = nil) -> Int? {
      var offset = offset
      while offset < code.count, code[offset] == UInt8(ascii: " ") || code[offset] == UInt8(ascii: "\n") {
        offset += 1
      }
      guard let mark else { return offset }
      return offset < code.count && code[offset] == mark.asciiValue ? offset + 1 : nil
    }

    func half(at offset: Int) -> (parts: [StringLiteral], end: Int)? {
      guard let begin = skip(offset), let literal = begins[begin] else { return nil }
      let end = literal.range.upperBound
      guard let plus = skip(end, "+"), let rest = half(at: plus) else { return ([literal], end) }
      return ([literal] + rest.parts, rest.end)
    }

    return file.code.matches(of: /\bText\(/).compactMap { match in
      let open = file.code.utf8.distance(from: file.code.startIndex, to: match.range.upperBound)
      guard let zh = half(at: open), let comma = skip(zh.end, ","), let en = half(at: comma),
        let line = zh.parts.first?.line
      else { return nil }
      return TextPair(
        place: "\(file.path):\(line)", zh: zh.parts.map(\.content).joined(), en: en.parts.map(\.content).joined(),
        isInterpolated: (zh.parts + en.parts).contains(where: \.isInterpolated))
    }
  }
}
