import Localization
package import Registry

/// 导入批次 · Import batch: keeps the numbers of a file apart. The same number with the same content twice is one case;
/// with other content the later line is refused.
package struct ImportBatch: Sendable {
  package enum Answer: Sendable, Hashable {
    case new
    case sameAgain
    case conflict(ImportFault)
  }

  private var lines: [String: (row: ImportRow, line: Int)] = [:]

  package init() {}

  package mutating func add(_ row: ImportRow, line: Int) -> Answer {
    guard let known = lines[row.number] else {
      lines[row.number] = (row, line)
      return .new
    }
    if known.row == row { return .sameAgain }
    return .conflict(
      ImportFault(
        line: line, column: ImportColumn.number.rawValue, value: row.number, key: "repeated-number",
        Text(
          "编号与第\(known.line)行重复，但内容不同。", "The number stands in line \(known.line) already, with other content.")))
  }
}
