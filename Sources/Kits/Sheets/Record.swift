/// 记录 · Record: one line of a table that was read, with the place where it stands in its file.
///
/// `line` is the physical line on which the record begins (CSV, the header is 1) or the row (XLSX).
/// A record has as many fields as its file gives it: nothing is padded or cut.
package struct Record: Sendable, Hashable {
  package let line: Int
  package let fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}
