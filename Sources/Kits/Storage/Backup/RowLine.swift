import Foundation

/// 备份行 · Row line: one row of a table as one line, the same from both engines. Its fields are parted by tabs, each
/// begins with the letter of its type: `-` nothing, `i` integer, `t` text (tab, line end and backslash escaped),
/// `b` bytes in base64, identifiers among them.
package enum RowLine {
  package static func write(_ values: [SQLValue]) -> String {
    values.map(field).joined(separator: "\t")
  }

  /// The values of a line; nil of what is no line of this form.
  package static func read(_ line: some StringProtocol) -> [SQLValue]? {
    var values: [SQLValue] = []
    for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
      guard let value = value(Substring(field)) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func field(_ value: SQLValue) -> String {
    switch value {
    case .null: "-"
    case .integer(let number): "i\(number)"
    case .text(let text): "t" + escaped(text)
    case .blob(let bytes): "b" + Data(bytes).base64EncodedString()
    case .uuid(let id): "b" + Data(id.bytes).base64EncodedString()
    }
  }

  private static func value(_ field: Substring) -> SQLValue? {
    let rest = field.dropFirst()
    switch field.utf8.first {
    case UInt8(ascii: "-"): return rest.isEmpty ? .null : nil
    case UInt8(ascii: "i"): return Int64(rest).map(SQLValue.integer)
    case UInt8(ascii: "t"): return plain(rest).map(SQLValue.text)
    case UInt8(ascii: "b"): return Data(base64Encoded: String(rest)).map { .blob(Array($0)) }
    default: return nil
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == backslash || escapes[$0] != nil }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let letter = escapes[byte] { bytes += [backslash, letter] } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func plain(_ text: Substring) -> String? {
    guard text.utf8.contains(backslash) else { return String(text) }
    var bytes: [UInt8] = []
    var source = text.utf8.makeIterator()
    while let byte = source.next() {
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let letter = source.next(), let meant = escapes.first(where: { $0.value == letter })?.key else {
        return nil
      }
      bytes.append(meant)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let escapes: [UInt8: UInt8] = [
    backslash: backslash, UInt8(ascii: "\t"): UInt8(ascii: "t"), UInt8(ascii: "\n"): UInt8(ascii: "n"),
    UInt8(ascii: "\r"): UInt8(ascii: "r"),
  ]
}
