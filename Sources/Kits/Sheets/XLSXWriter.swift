import CXLSXWriter
import Foundation
package import Localization

/// 电子表格写出 · XLSX writer: rows go to disk as they come, so any number of them takes the same memory.
///
/// The header is bold, frozen and filtered. Data is never a formula or a link: text stays text. Numbers keep their
/// decimals; those beyond Excel's fifteen digits, and days before March 1900, are written as text.
/// Refuses a text over 32,767 UTF-16 units and a row past 1,048,576 (limits of the format).
package final class XLSXWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let columnCount: Int
  private let dayFormat: UnsafeMutablePointer<lxw_format>?
  private var numberFormats: [Int: UnsafeMutablePointer<lxw_format>] = [:]
  private var row: lxw_row_t = 0
  private var isOpen = true

  /// `created`: seconds since 1970 UTC; equal data then gives equal bytes.
  package init(
    path: String, title: Text, columns: [Column], language: Language, created: Int64
  ) throws(SheetError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else { throw Self.cannotWrite(folder) }
    let name = Self.sheetName(title[language])
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(path, &options) else { throw Self.cannotWrite("memory") }
    guard let sheet = workbook_add_worksheet(book, name) else {
      lxw_workbook_free(book)
      throw Self.cannotWrite("worksheet")
    }
    var properties = lxw_doc_properties()
    // Zero would mean now.
    properties.created = time_t(max(created, 1))
    workbook_set_properties(book, &properties)
    dayFormat = workbook_add_format(book)
    format_set_num_format(dayFormat, "yyyy-mm-dd")
    (self.book, self.sheet, columnCount) = (book, sheet, columns.count)
    try writeHeader(columns, language)
  }

  deinit { if isOpen { lxw_workbook_free(book) } }

  package func append(_ cells: [Cell]) throws(SheetError) {
    precondition(isOpen, "append after finish")
    row += 1
    for (column, cell) in cells.enumerated() { try write(cell, lxw_col_t(clamping: column)) }
  }

  package func finish() throws(SheetError) {
    precondition(isOpen, "finish twice")
    if columnCount > 0 { worksheet_autofilter(sheet, 0, 0, row, lxw_col_t(columnCount - 1)) }
    isOpen = false
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else { throw Self.cannotWrite(String(cString: lxw_strerror(code))) }
  }

  private func writeHeader(_ columns: [Column], _ language: Language) throws(SheetError) {
    let bold = workbook_add_format(book)
    format_set_bold(bold)
    for (index, column) in columns.enumerated() {
      let header = column.header[language]
      // Room for the filter's button.
      let width = column.width ?? min(max(DisplayWidth.of(header) + 4, 10), 60)
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), Double(width), nil)
      try write(.text(header), lxw_col_t(index), bold)
    }
    worksheet_freeze_panes(sheet, 1, 0)
  }

  private func write(
    _ cell: Cell, _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>? = nil
  ) throws(SheetError) {
    let code: lxw_error
    switch cell {
    case .empty:
      return
    case .integer(let number) where number.magnitude < 1_000_000_000_000_000:
      code = worksheet_write_number(sheet, row, column, Double(number), format)
    case .decimal(let text) where text.isPlainDecimal && text.digitCount <= 15:
      code = worksheet_write_number(
        sheet, row, column, Double(text) ?? 0, numberFormat(decimals: text.fractionDigits))
    case .day(let text):
      if var day = Self.excelDay(text) {
        code = worksheet_write_datetime(sheet, row, column, &day, dayFormat)
      } else {
        code = write(text, column, format)
      }
    case .text, .integer, .decimal:
      code = write(cell.text, column, format)
    }
    guard code == LXW_NO_ERROR else { throw refusal(column, code) }
  }

  /// libxlsxwriter counts scalars, Excel UTF-16 units.
  private func write(
    _ text: String, _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    text.utf16.count <= 32_767
      ? worksheet_write_string(sheet, row, column, XLSXText.encode(text), format)
      : LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
  }

  private static func excelDay(_ text: String) -> lxw_datetime? {
    guard let day = CivilDay(text), (day.year, day.month) >= (1900, 3) else { return nil }
    var value = lxw_datetime()
    (value.year, value.month, value.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
    return value
  }

  private func numberFormat(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let format = numberFormats[decimals] { return format }
    let format = workbook_add_format(book)
    format_set_num_format(format, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals))
    numberFormats[decimals] = format
    return format
  }

  private func refusal(_ column: lxw_col_t, _ code: lxw_error) -> SheetError {
    let place = SheetError.Place.cell(row: Int(row) + 1, column: Int(column) + 1)
    return switch code {
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      SheetError(
        place,
        Text(
          "内容超过XLSX单元格的32767个字符，请改用CSV。", "over the 32,767 characters of an XLSX cell; use CSV instead."))
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
      SheetError(place, Text("超出XLSX的行列上限，请改用CSV。", "past the rows and columns of XLSX; use CSV instead."))
    default: Self.cannotWrite(String(cString: lxw_strerror(code)))
    }
  }

  private static func cannotWrite(_ reason: String) -> SheetError {
    SheetError(.file, Text("无法写入电子表格（\(reason)）。", "cannot write the workbook (\(reason))."))
  }

  /// At most 31 UTF-16 units and none of Excel's forbidden characters.
  private static func sheetName(_ title: String) -> String {
    var name = ""
    for character in title.withoutControls where name.utf16.count + character.utf16.count <= 31 {
      name.append("[]:*?/\\'\n\t\r".contains(character) ? " " : character)
    }
    return name.isEmpty ? "Sheet1" : name
  }
}
