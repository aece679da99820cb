/// 逗号分隔文件的写出 · CSV writer: RFC 4180, CRLF, every value readable again by `CSVReader`.
///
/// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, one of these full-width, tab, CR
/// or LF and is no number) gets a leading apostrophe. Turn `guardsFormulas` off only for files that go back into this software.
package struct CSVWriter: Sendable {
  /// Excel takes a file without it for the system's own encoding.
  package var byteOrderMark: Bool
  package var guardsFormulas: Bool

  package init(byteOrderMark: Bool = true, guardsFormulas: Bool = true) {
    self.byteOrderMark = byteOrderMark
    self.guardsFormulas = guardsFormulas
  }

  package func bytes(_ rows: some Sequence<[Cell]>) -> [UInt8] {
    var output: [UInt8] = byteOrderMark ? TextEncoding.utf8.byteOrderMark : []
    for row in rows { output += line(row).utf8 }
    return output
  }

  /// One record with its CRLF.
  package func line(_ row: [Cell]) -> String {
    // A lone empty field would be an empty line, which readers pass over.
    row.count == 1 && row[0].text.isEmpty ? "\"\"\r\n" : row.map(field).joined(separator: ",") + "\r\n"
  }

  private func field(_ cell: Cell) -> String {
    var text = cell.text.withoutControls
    if guardsFormulas, cell.text.looksLikeFormula { text = "'" + text }
    guard text.utf8.contains(where: needsQuotes) else { return text }
    // By bytes: to `Character` a quote before a combining mark is no quote.
    let doubled = text.utf8.split(separator: quote, omittingEmptySubsequences: false).joined(separator: [
      quote, quote,
    ])
    return "\"" + String(decoding: Array(doubled), as: UTF8.self) + "\""
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}

extension String {
  fileprivate var looksLikeFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    return formulaStarts.contains(first) && !isPlainDecimal
  }
}

/// As OWASP lists them; spreadsheets of East Asian systems read the full-width signs as the narrow ones.
private let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]
private let quote = UInt8(ascii: "\"")
