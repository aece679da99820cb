package import Localization

/// 表格输出 · Table output: a sheet as aligned text, JSON, CSV or XLSX.
///
/// JSON is an array of objects with the columns' names as keys, in their order: integers are numbers, decimals and
/// days strings, empty cells null. The other three have the headers in the given language.
package enum TableOutput {
  /// `created`: seconds since 1970 UTC, needed by XLSX only.
  package static func bytes(
    _ sheet: Sheet, as format: TableFormat, language: Language, created: Int64
  ) throws -> [UInt8] {
    let header = sheet.columns.map { Cell.text($0.header[language]) }
    return switch format {
    case .table: Array(text([header] + sheet.rows).utf8)
    case .json: Array(json(sheet).utf8)
    case .csv: CSVWriter().bytes([header] + sheet.rows)
    case .xlsx: try XLSXWriter.bytes(sheet, language: language, created: created)
    }
  }

  private static func text(_ rows: [[Cell]]) -> String {
    let texts = rows.map { $0.map { oneLine($0.text) } }
    let columns = 0..<(rows.map(\.count).max() ?? 0)
    let widths = columns.map { column in
      texts.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let areNumbers = columns.map { column in rows.contains { column < $0.count && $0[column].isNumber } }
    return texts.map { row in
      let cells = row.indices.map { pad(row[$0], to: widths[$0], right: areNumbers[$0]) }
      return trimmed(cells.joined(separator: "  ")) + "\n"
    }.joined()
  }

  private static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return right ? space + text : text + space
  }

  private static func trimmed(_ line: String) -> String {
    let spaces = line.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return String(decoding: line.utf8.dropLast(spaces), as: UTF8.self)
  }

  /// A value must not break the table, nor send commands to the terminal.
  private static func oneLine(_ text: String) -> String {
    let text = text.withoutControls
    guard text.unicodeScalars.contains(where: lineBreaks.contains) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { lineBreaks.contains($0) ? " " : $0 }))
  }

  private static func json(_ sheet: Sheet) -> String {
    let keys = sheet.columns.map { JSONText.quoted($0.name) }
    let objects = sheet.rows.map { row in
      let members = keys.enumerated().map { index, key in
        "\(key): \(index < row.count ? json(row[index]) : "null")"
      }
      return "  {\(members.joined(separator: ", "))}"
    }
    return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .integer(let number): String(number)
    case .text(let text), .decimal(let text), .day(let text): JSONText.quoted(text)
    case .empty: "null"
    }
  }
}

private let lineBreaks: [Unicode.Scalar] = ["\n", "\r", "\t", "\u{2028}", "\u{2029}"]
