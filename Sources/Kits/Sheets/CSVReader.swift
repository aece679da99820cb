import Localization

/// 逗号分隔文件的读取 · CSV reader: strict RFC 4180, with the place of every record and of every fault.
///
/// Lines end in LF, CRLF or CR. Empty lines are counted and passed over. Refuses a quote inside an unquoted field,
/// text after a closing quote, a quote never closed, and NUL; reading ends there, for what follows cannot be trusted.
///
/// Our own because SwiftCSV 0.10.0 gives no line numbers, reads an unclosed quote and U+2028 as ends of rows,
/// drops spaces and a last empty field, and walks by grapheme: a comma before a combining mark is no comma to it.
package struct CSVReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// Decodes as `TextDecoding` does.
  package init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws(SheetError) {
    self.init(try TextDecoding.decode(bytes, as: encoding).text)
  }

  /// All records, the header among them.
  package static func records(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws(SheetError) -> [Record] {
    var reader = try CSVReader(bytes, encoding: encoding)
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  package mutating func next() throws(SheetError) -> Record? {
    while skipLineEnd() {}
    guard position < bytes.count else { return nil }
    let start = line
    var fields = [try field()]
    while position < bytes.count, !skipLineEnd() {
      position += 1
      fields.append(try field())
    }
    return Record(line: start, fields: fields)
  }

  /// Leaves the position on the comma or line end after the field, or at the end.
  private mutating func field() throws(SheetError) -> String {
    if peek == quote { return try quotedField() }
    let start = position
    while let byte = peek, byte != comma, byte != lineFeed, byte != carriageReturn {
      if byte == quote { throw fault(at: position, Self.strayQuote) }
      if byte == 0 { throw fault(at: position, Self.nul) }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedField() throws(SheetError) -> String {
    let unclosed = fault(at: position, Self.unclosedQuote)
    position += 1
    var value: [UInt8] = []
    var start = position
    while let byte = peek {
      if byte == 0 { throw fault(at: position, Self.nul) }
      if byte == quote {
        value += bytes[start..<position]
        position += 1
        start = position
        guard peek == quote else {
          if let after = peek, after != comma, after != lineFeed, after != carriageReturn {
            throw fault(at: position, Self.textAfterQuote)
          }
          return String(decoding: value, as: UTF8.self)
        }
        position += 1
      } else if !skipLineEnd() {
        position += 1
      }
    }
    throw unclosed
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipLineEnd() -> Bool {
    guard let byte = peek, byte == lineFeed || byte == carriageReturn else { return false }
    position += 1
    if byte == carriageReturn, peek == lineFeed { position += 1 }
    line += 1
    lineStart = position
    return true
  }

  private func fault(at index: Int, _ reason: Text) -> SheetError {
    let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1
    return SheetError(.line(line, column: column), reason)
  }

  private static let strayQuote = Text("没有加引号的内容里出现了引号。", "a quote inside an unquoted field.")
  private static let textAfterQuote = Text("引号结束后还有内容。", "text after a closing quote.")
  private static let unclosedQuote = Text("引号没有结束。", "a quote that is never closed.")
  private static let nul = Text("含有空字符（NUL），不是文字表格。", "a NUL character: this is no text table.")
}

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
