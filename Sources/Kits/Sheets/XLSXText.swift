/// Text as a workbook holds it: `_xHHHH_` stands for a UTF-16 unit that XML cannot carry (ECMA-376, ST_Xstring).
enum XLSXText {
  /// Protects text that only looks like such an escape, and replaces control characters by U+FFFD.
  static func encode(_ text: String) -> String {
    let text = text.withoutControls
    return mayHoldEscape(text) ? text.replacing(escape) { "_x005F\($0.output.0)" } : text
  }

  static func decode(_ text: String) -> String {
    guard mayHoldEscape(text) else { return text }
    return text.replacing(escape) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.output.0)
    }
  }

  /// Cheap, for the cells of a whole sheet.
  private static func mayHoldEscape(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "_")) }

  private static var escape: Regex<(Substring, Substring)> { /_x([0-9A-Fa-f]{4})_/ }
}
