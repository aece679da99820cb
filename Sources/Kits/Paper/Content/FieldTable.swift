/// 表格 · A bordered table of labels and values, as the forms have it; long values go on over the page.
package struct FieldTable: Sendable, Hashable, Codable {
  /// Relative widths of the columns.
  package var columns: [Double]
  package var rows: [[Cell]]
  /// How many of the first rows are printed again at the top of each further page.
  package var headingRows: Int
  /// Set smaller, for tables of many columns.
  package var isSmall: Bool

  package init(columns: [Double], rows: [[Cell]], headingRows: Int = 0, isSmall: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.headingRows = headingRows
    self.isSmall = isSmall
  }
}

extension FieldTable {
  /// A form of labels and values: a row of two pairs fills four columns, a row of one pair spans them.
  package static func form(_ rows: [[(label: String, value: String)]]) -> FieldTable {
    FieldTable(
      columns: [4.5, 9.5, 4.5, 9.5],
      rows: rows.map { pairs in
        pairs.flatMap { [.label($0.label), .value($0.value, span: pairs.count == 1 ? 3 : 1)] }
      })
  }

  /// A list with a heading row, such as the materials received.
  package static func list(
    _ headings: [(title: String, width: Double, alignment: Alignment)], _ rows: [[String]]
  ) -> FieldTable {
    FieldTable(
      columns: headings.map(\.width),
      rows: [headings.map { .label($0.title) }]
        + rows.map { row in
          zip(row, headings).map { .value($0, alignment: $1.alignment) }
        }, headingRows: 1)
  }
}

/// 单元格 · One cell of a table.
package struct Cell: Sendable, Hashable, Codable {
  package var text: String
  package var isLabel: Bool
  /// How many columns it covers.
  package var span: Int
  package var alignment: Alignment
  /// The least height in lines: room for an opinion that may be written by hand.
  package var minimumLines: Int
  /// A last line at the right: 审查人：张某　2016年3月7日.
  package var signature: String?

  package static func label(_ text: String, span: Int = 1) -> Cell {
    Cell(text: text, isLabel: true, span: span, alignment: .centre, minimumLines: 1, signature: nil)
  }

  package static func value(
    _ text: String, span: Int = 1, alignment: Alignment = .start, minimumLines: Int = 1, signature: String? = nil
  ) -> Cell {
    Cell(
      text: text, isLabel: false, span: span, alignment: alignment, minimumLines: minimumLines,
      signature: signature)
  }
}
