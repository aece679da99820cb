package import Localization

/// 表格错误 · Sheet error: why a table or an archive cannot be read or written, and where.
package struct SheetError: Error, Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case file
    /// Both from 1; the column counts characters of that physical line.
    case line(Int, column: Int)
    /// From 0, the first byte that cannot be read.
    case byte(Int)
    /// From 1, both.
    case cell(row: Int, column: Int)
    case entry(String)
  }

  package let place: Place
  package let reason: Text

  package init(_ place: Place, _ reason: Text) {
    self.place = place
    self.reason = reason
  }

  /// The reason led by its place, in one line.
  package var message: Text {
    switch place {
    case .file: reason
    case .line(let line, let column): led("第\(line)行第\(column)个字符", "line \(line), character \(column)")
    case .byte(let offset): led("第\(offset)字节处", "byte \(offset)")
    case .cell(let row, let column): led("第\(row)行第\(column)列", "row \(row), column \(column)")
    case .entry(let name): led("“\(name)”", name)
    }
  }

  private func led(_ zh: String, _ en: String) -> Text { Text("\(zh)：\(reason.zh)", "\(en): \(reason.en)") }
}
