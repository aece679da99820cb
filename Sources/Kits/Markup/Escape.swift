/// 转义 · Escape: what is written in place of a character that HTML or XML would misread.
enum Escape {
  /// The replacement for what starts at `index`, and how many bytes it stands for; nil where the byte stays.
  @inline(__always)
  static func of(
    _ source: UnsafeBufferPointer<UInt8>, at index: Int, inAttribute: Bool
  ) -> (replacement: StaticString, length: Int)? {
    let byte = source[index]
    if byte > 0x3E { return byte == 0xEF ? noncharacter(source, at: index) : nil }
    switch byte {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return inAttribute ? ("&quot;", 1) : nil
    case 0x09: return inAttribute ? ("&#9;", 1) : nil
    case 0x0A: return inAttribute ? ("&#10;", 1) : nil
    case 0x0D: return ("&#13;", 1)
    case 0x00..<0x20: return ("\u{FFFD}", 1)
    default: return nil
    }
  }

  /// U+FFFE and U+FFFF, which XML forbids.
  private static func noncharacter(
    _ source: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (replacement: StaticString, length: Int)? {
    guard index + 2 < source.count, source[index + 1] == 0xBF, source[index + 2] >= 0xBE else { return nil }
    return ("\u{FFFD}", 3)
  }
}
