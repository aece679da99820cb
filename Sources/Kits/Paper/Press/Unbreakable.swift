/// 不断行 · Finds what must stay on one line: document numbers (岚援决字〔2016〕第12号) and dates (2016年3月7日).
enum Unbreakable {
  /// Ranges of UTF-8 offsets in `text`, ascending and apart.
  static func ranges(in text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var ranges: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard let span = number(in: scalars, bracketAt: index) ?? date(in: scalars, from: index) else {
        index += 1
        continue
      }
      let start = max(offsets[span.lowerBound], ranges.last?.upperBound ?? 0)
      ranges.append(start..<offsets[span.upperBound])
      index = span.upperBound
    }
    return ranges
  }

  /// About how wide a range is, in characters' squares: ASCII takes a little more than half of one.
  static func ems(_ text: String, _ range: Range<Int>) -> Double {
    let utf8 = Array(text.utf8)[range]
    let narrow = utf8.count { $0 < 0x80 }
    return 0.56 * Double(narrow) + Double(utf8.count - narrow) / 3
  }

  /// A bracketed year with the Chinese characters before it and the serial up to 号 behind it.
  private static func number(in text: [Unicode.Scalar], bracketAt bracket: Int) -> Range<Int>? {
    let longestPrefix = 8
    let longestSerial = 16
    guard "〔（(［[".unicodeScalars.contains(text[bracket]), bracket + 5 < text.count,
      text[bracket + 1...bracket + 4].allSatisfy(isDigit), "〕）)］]".unicodeScalars.contains(text[bracket + 5])
    else { return nil }
    let tail = text[(bracket + 6)...].prefix(longestSerial)
    guard let end = tail.firstIndex(of: "号"), tail[..<end].contains(where: isDigit),
      tail[..<end].allSatisfy({ isDigit($0) || isHan($0) })
    else { return nil }
    var start = bracket
    while start > 0, bracket - start < longestPrefix, isHan(text[start - 1]) { start -= 1 }
    return start..<end + 1
  }

  /// Two or more numbers, each followed by its unit.
  private static func date(in text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    guard isDigit(text[start]), start == 0 || !isDigit(text[start - 1]) else { return nil }
    var (end, index, units) = (start, start, 0)
    while index < text.count {
      guard isDigit(text[index]) else { break }
      while index < text.count, isDigit(text[index]) { index += 1 }
      guard index < text.count, "年月日时分".unicodeScalars.contains(text[index]) else { break }
      index += 1
      (end, units) = (index, units + 1)
    }
    return units >= 2 ? start..<end : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(scalar) }
}
