/// 标点 · Typography: finds half-width punctuation beside Chinese characters, where only the full-width
/// forms ，；：？！（） are right. It looks past spaces and quotation marks, and leaves addresses of pages,
/// `code` and Latin text alone.
package enum Typography {
  package struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// The mark as written, and the one that should stand there.
    package let found: Character
    package let wanted: Character
    /// Position in the text, in characters from 0.
    package let offset: Int
    package let excerpt: String

    package var description: String { "“\(found)” should be “\(wanted)” in …\(excerpt)…" }
  }

  package static func faults(in text: String) -> [Fault] {
    let characters = Array(text)
    let exempt = exemptOffsets(of: characters)
    return characters.indices.compactMap { offset in
      let found = characters[offset]
      guard let wanted = fullWidth[found], !exempt.contains(where: { $0.contains(offset) }) else { return nil }
      let before = characters[..<offset].last(where: isNeighbour)
      let after = characters[(offset + 1)...].first(where: isNeighbour)
      guard isChinese(before) || isChinese(after) else { return nil }
      let excerpt = characters[max(0, offset - 8)..<min(characters.count, offset + 9)]
      return Fault(found: found, wanted: wanted, offset: offset, excerpt: String(excerpt))
    }
  }

  private static func isNeighbour(_ character: Character) -> Bool {
    !" “”‘’\"'".contains(character)
  }

  /// A Chinese character, or one of the marks that stand only among Chinese characters.
  package static func isChinese(_ character: Character?) -> Bool {
    guard let scalar = character?.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x3001...0x3011, 0x3014...0x301F: return true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: return true
    case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: return true
    default: return false
    }
  }

  /// Addresses of pages and what stands between back-ticks.
  private static func exemptOffsets(of characters: [Character]) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    var offset = 0
    while offset < characters.count {
      if characters[offset] == "`", let close = characters[(offset + 1)...].firstIndex(of: "`") {
        spans.append(offset...close)
        offset = close
      } else if characters[offset...].starts(with: "http://") || characters[offset...].starts(with: "https://") {
        let end = characters[offset...].firstIndex(where: endsAddress) ?? characters.count
        spans.append(offset...(end - 1))
        offset = end - 1
      }
      offset += 1
    }
    return spans
  }

  private static func endsAddress(_ character: Character) -> Bool {
    character.isWhitespace || ",;!()、。《》“”，；：？！（）".contains(character)
  }

  private static let fullWidth: [Character: Character] = [
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
  ]
}
