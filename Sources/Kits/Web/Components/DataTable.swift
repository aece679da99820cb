package import Localization
package import Markup

/// 列 · Column: a heading; with `sortPath` it is a link that sorts by it.
package struct Column: Sendable {
  let title: Text
  let isNumber: Bool
  let sortPath: String?
  let sorted: Attribute.Sort?
  let isUnseen: Bool

  /// The column of buttons and links; its heading is only read out.
  package static let actions = Column(Text("操作", "Actions"), unseen: true)

  package init(
    _ title: Text, number: Bool = false, sortPath: String? = nil, sorted: Attribute.Sort? = nil,
    unseen: Bool = false
  ) {
    self.title = title
    isUnseen = unseen
    isNumber = number
    self.sortPath = sortPath
    self.sorted = sorted
  }
}

/// 行 · Table row: one cell a column; its tone marks the row's edge.
package struct TableRow: Sendable {
  let cells: [HTML]
  let tone: Tone

  package init(_ cells: [HTML], _ tone: Tone = .plain) {
    self.cells = cells
    self.tone = tone
  }
}

/// 表格 · Data table: a list with headings, totals, and words for when it is empty; stacked on a phone unless told not to.
package struct DataTable: Sendable {
  let caption: Text
  let columns: [Column]
  let rows: [TableRow]
  let totals: [HTML]
  let empty: Text
  let isStacked: Bool

  /// `empty` says what would fill the list. The caption is for screen readers; the heading above it is for eyes.
  package init(
    _ caption: Text, columns: [Column], rows: [TableRow], totals: [HTML] = [], empty: Text, stacked: Bool = true
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.empty = empty
    isStacked = stacked
  }
}
