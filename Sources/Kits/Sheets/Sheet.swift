package import Localization

/// 工作表 · Sheet: a named table of named columns, ready to be shown or exported.
package struct Sheet: Sendable, Hashable {
  package let title: Text
  package let columns: [Column]
  package var rows: [[Cell]]

  package init(title: Text, columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// 列 · Column: `name` is for programs (JSON keys), `header` for people.
package struct Column: Sendable, Hashable {
  package let name: String
  package let header: Text
  /// Width in characters of half width; nil follows the header.
  package let width: Int?

  package init(_ name: String, _ header: Text? = nil, width: Int? = nil) {
    self.name = name
    self.header = header ?? Text(name, name)
    self.width = width
  }
}
