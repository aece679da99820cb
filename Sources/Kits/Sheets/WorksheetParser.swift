import Localization

/// The rows of one worksheet.
struct WorksheetParser: XMLHandler {
  private static let maximumColumns = 1024
  private static let maximumFields = 10_000_000

  /// Where the reading stands: a row holds cells and a cell holds neither, or columns would not go up.
  private enum Place { case sheet, row, cell }

  private(set) var records: [Record] = []
  private let strings: [String]
  private let styles: NumberStyles
  private var place = Place.sheet
  private var fields: [String] = []
  private var fieldCount = 0
  private var row = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false
  private var inline = InlineText()

  init(strings: [String], styles: NumberStyles) {
    self.strings = strings
    self.styles = styles
  }

  mutating func start(_ name: String, _ attributes: [String: String]) throws(SheetError) {
    switch name {
    case "row": try startRow(attributes)
    case "c": try startCell(attributes)
    case "v": isValue = true
    default: inline.start(name)
    }
  }

  mutating func text(_ text: String) {
    if isValue { value += text } else { inline.append(text) }
  }

  mutating func end(_ name: String) throws(SheetError) {
    switch name {
    case "row": try endRow()
    case "c": try endCell()
    case "v": isValue = false
    default: inline.end(name)
    }
  }

  private mutating func startRow(_ attributes: [String: String]) throws(SheetError) {
    let next = attributes["r"].flatMap { Int($0) } ?? row + 1
    guard place == .sheet, next > row, next <= 1_048_576 else { throw damaged() }
    (place, row, column, fields) = (.row, next, 0, [])
  }

  private mutating func startCell(_ attributes: [String: String]) throws(SheetError) {
    let next = attributes["r"].map(Self.column(of:)) ?? column + 1
    guard place == .row, next > column else { throw damaged() }
    guard next <= Self.maximumColumns else { throw tooLarge() }
    (place, column) = (.cell, next)
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    value = ""
    inline = InlineText()
  }

  private mutating func endCell() throws(SheetError) {
    place = .row
    let text = try cellText()
    guard !text.isEmpty else { return }
    fields += repeatElement("", count: column - 1 - fields.count)
    fields.append(text)
  }

  private mutating func endRow() throws(SheetError) {
    place = .sheet
    guard !fields.isEmpty else { return }
    fieldCount += fields.count
    guard fieldCount <= Self.maximumFields else { throw tooLarge() }
    records.append(Record(line: row, fields: fields))
  }

  private func cellText() throws(SheetError) -> String {
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { throw damaged() }
      return strings[index]
    case "inlineStr": return XLSXText.decode(inline.value)
    case "b": return value == "1" ? "true" : "false"
    case "n":
      guard !value.isEmpty else { return "" }
      return NumberText.text(value, styles.kind(ofStyle: style), countsFrom1904: styles.countsFrom1904)
    case "d": return value.hasSuffix("T00:00:00") ? String(value.prefix(10)) : value
    default: return XLSXText.decode(value)
    }
  }

  /// `AB12` is 28; 0 where there are no letters.
  private static func column(of reference: String) -> Int {
    reference.utf8.prefix { !$0.isDigit }.prefix(4).reduce(0) { sum, letter in
      sum * 26 + Int(letter & 0x5F) - 0x40
    }
  }

  private func damaged() -> SheetError {
    SheetError(.cell(row: row, column: column), Text("工作表内容已损坏。", "the worksheet is damaged."))
  }

  private func tooLarge() -> SheetError {
    SheetError(.cell(row: row, column: column), Text("工作表过大，拒绝读取。", "the worksheet is too large to be read."))
  }
}
