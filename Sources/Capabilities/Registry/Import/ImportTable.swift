import Localization
package import Sheets

/// 导入表 · Import table: a list as it was read: the names of its columns and its records.
package struct ImportTable: Sendable {
  /// What the file of refused rows has beside them; read again, it is passed over.
  package static let reasonColumn = "reason"

  package let columns: [String]
  package let records: [Record]

  init(_ records: [Record]) {
    var columns = records.first?.fields.map(\.trimmed) ?? []
    while columns.last?.isEmpty == true { columns.removeLast() }
    self.columns = columns
    self.records = Array(records.dropFirst())
  }

  /// The fields of a record by column; a shorter record leaves its last columns empty.
  package func values(of record: Record) -> [String: String] {
    Dictionary(zip(columns, record.fields), uniquingKeysWith: { first, _ in first })
  }

  /// A row with a value beyond the last named column is out of step with the header.
  package func surplus(of record: Record) -> ImportFault? {
    guard let surplus = record.fields.dropFirst(columns.count).first(where: { !$0.trimmed.isEmpty }) else {
      return nil
    }
    return ImportFault(
      line: record.line, column: "", value: surplus, key: "surplus",
      Text("这一行的值比列名多，请检查逗号和引号。", "The row has more values than there are columns: check commas and quotes."))
  }

  /// What is wrong with a first line: unknown names, names that stand twice, needed columns that are not there. `column`:
  /// what a name means, nil where it means nothing.
  package static func faults(
    inHeader names: [String], needed: [String], column: (String) -> String?
  ) -> [ImportFault] {
    var faults: [ImportFault] = []
    var seen: Set<String> = []
    for name in names {
      if let column = column(name) {
        if seen.insert(column).inserted { continue }
        faults.append(
          ImportFault(
            line: 1, column: name, value: name, key: "repeated-column",
            Text("这个列名出现了两次。", "The column stands twice.")))
      } else {
        faults.append(
          ImportFault(
            line: 1, column: name, value: name, key: "unknown-column",
            Text("没有这个列名，请改正或者删除这一列。", "There is no such column: correct its name or delete it.")))
      }
    }
    for column in needed where !seen.contains(column) {
      faults.append(
        ImportFault(
          line: 1, column: column, value: "", key: "missing-column", Text("缺少这一列。", "The column is missing."))
      )
    }
    return faults
  }
}

extension String {
  /// 去除空白 · Without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
