package import Localization

/// 导入问题 · Import fault: what refuses a row, or only warns: where it stands, what stands there, and why.
package struct ImportFault: Sendable, Hashable {
  /// The header is line 1; in a workbook: the row.
  package let line: Int
  package let column: String
  package let value: String
  package let key: String
  package let reason: Text

  package init(line: Int, column: String, value: String, key: String, _ reason: Text) {
    self.line = line
    self.column = column
    self.value = value
    self.key = key
    self.reason = reason
  }
}

/// Everything that refuses one row.
package struct ImportFaults: Error, Sendable, Hashable {
  package let all: [ImportFault]

  package init(all: [ImportFault]) { self.all = all }
}
